import Glibc

/// What the C library computes.
enum Power {
  static func raise(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  static func logarithm(_ value: Double, _ name: String) -> Double {
    switch name {
    case "log2": log2(value)
    case "log10": log10(value)
    default: log(value)
    }
  }
}
