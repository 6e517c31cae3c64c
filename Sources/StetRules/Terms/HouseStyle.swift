/// What is said where an editor has chosen how something is written.
enum HouseStyle {
  static func message(_ stray: String, _ chosen: String) -> String {
    "House style writes “\(chosen)”, not “\(stray)”."
  }
}
