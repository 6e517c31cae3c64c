/// Words of which every match of a pattern holds at least one: what lets most blocks of a text pass by without the
/// pattern being asked.
///
/// Only ASCII counts, in small letters. (Case folding also makes `ſ` an `s` and `K`, the sign of Kelvin, a `k`; a text that
/// spells words with those is not looked at.)
enum RequiredLiterals {
  /// More words than these help less than they cost.
  private static let limit = 400

  /// Lower-case words, one of which is in every match; nil when there are none.
  static func of(_ node: PatternNode) -> [[UInt8]]? {
    var best: [[UInt8]]?
    var run: [UInt8] = []
    collect(node, &run, &best)
    keep(run, &best)
    return best
  }

  private static func keep(_ run: [UInt8], _ best: inout [[UInt8]]?) {
    if !run.isEmpty { prefer([run], &best) }
  }

  /// The longer the shortest word, the rarer; of equals, the fewer.
  private static func prefer(_ words: [[UInt8]], _ best: inout [[UInt8]]?) {
    guard !words.isEmpty, words.count <= limit else { return }
    guard let known = best else {
      best = words
      return
    }
    let (new, old) = (weight(words), weight(known))
    if new > old || new == old && words.count < known.count { best = words }
  }

  private static func weight(_ words: [[UInt8]]) -> Int { words.map { min($0.count, 6) }.min() ?? 0 }

  /// Follows a node; `run` holds the letters that stand directly before what comes.
  private static func collect(_ node: PatternNode, _ run: inout [UInt8], _ best: inout [[UInt8]]?) {
    switch node {
    case .character(let value):
      if value < 0x80 {
        run.append((0x41...0x5A).contains(value) ? UInt8(value) | 0x20 : UInt8(value))
      } else {
        end(&run, &best)
      }
    case .eitherCase(let letter): run.append(letter)
    case .assertion, .options: return
    case .look:
      // What is asserted may lie outside of the match; it says nothing about it.
      end(&run, &best)
    case .set, .reference: end(&run, &best)
    case .group(_, _, let inner): collect(inner, &run, &best)
    case .sequence(let items): for item in items { collect(item, &run, &best) }
    case .alternatives(let branches):
      end(&run, &best)
      var words: [[UInt8]] = []
      for branch in branches {
        guard let own = of(branch) else { return }
        words += own
      }
      prefer(words, &best)
    case .repeated(let inner, let least, let most, _):
      if least == 0 {
        end(&run, &best)
      } else if least == 1, most == 1 {
        collect(inner, &run, &best)
      } else {
        collect(inner, &run, &best)
        end(&run, &best)
      }
    }
  }

  private static func end(_ run: inout [UInt8], _ best: inout [[UInt8]]?) {
    keep(run, &best)
    run = []
  }
}
