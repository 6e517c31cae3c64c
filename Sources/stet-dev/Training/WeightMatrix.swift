import Glibc
import StetLanguage

/// One row of 64 weights a feature, trained by AdaGrad (Duchi, Hazan and Singer, 2011) with an L1 penalty that
/// is applied when a row is touched.
final class WeightMatrix {
  static let width = 64

  let rows: Int
  private let penalty: Float
  private let weights: UnsafeMutablePointer<Float>
  private let squares: UnsafeMutablePointer<Float>
  private let touched: UnsafeMutablePointer<Int32>

  init(rows: Int, penalty: Float) {
    self.rows = rows
    self.penalty = penalty
    weights = .allocate(capacity: rows * Self.width)
    weights.initialize(repeating: 0, count: rows * Self.width)
    squares = .allocate(capacity: rows * Self.width)
    squares.initialize(repeating: 1e-3, count: rows * Self.width)
    touched = .allocate(capacity: rows)
    touched.initialize(repeating: 0, count: rows)
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
    touched.deallocate()
  }

  /// Writes the sum of the features' rows to `sums`, which has 64 places.
  func score(_ features: UnsafeBufferPointer<Int32>, into sums: UnsafeMutablePointer<Float>) {
    sums.update(repeating: 0, count: Self.width)
    for feature in features {
      let row = weights + Int(feature) &* Self.width
      for lane in 0..<Self.width { sums[lane] += row[lane] }
    }
  }

  func update(
    _ features: UnsafeBufferPointer<Int32>, gradient: UnsafePointer<Float>, rate: Float, step: Int32
  ) {
    for feature in features {
      shrinkRow(Int(feature), gradient: gradient, rate: rate, step: step)
    }
  }

  /// Applies the penalty to rows that were not touched lately.
  func settle(rate: Float, step: Int32) {
    let zero = [Float](repeating: 0, count: Self.width)
    zero.withUnsafeBufferPointer { zero in
      guard let zero = zero.baseAddress else { return }
      for row in 0..<rows { shrinkRow(row, gradient: zero, rate: rate, step: step) }
    }
  }

  func row(_ row: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: weights + row * Self.width, count: Self.width)
  }

  @inline(__always)
  private func shrinkRow(_ row: Int, gradient: UnsafePointer<Float>, rate: Float, step: Int32) {
    let weight = weights + row &* Self.width
    let square = squares + row &* Self.width
    let idle = penalty * Float(step &- touched[row])
    touched[row] = step
    for lane in 0..<Self.width {
      let slope = gradient[lane]
      let sum = square[lane] + slope * slope
      square[lane] = sum
      let scale = rate / sum.squareRoot()
      let value = weight[lane] - scale * slope
      let shrink = scale * idle
      // Soft threshold: towards zero by `shrink`, not past it.
      let above = value - shrink
      let below = value + shrink
      weight[lane] = above > 0 ? above : below < 0 ? below : 0
    }
  }
}

/// Turns the scores of the tags in `choices` into probabilities in place; the others become 0.
func softmax(_ scores: UnsafeMutablePointer<Float>, among choices: UInt64) {
  var top = -Float.infinity
  var left = choices
  while left != 0 {
    top = max(top, scores[left.trailingZeroBitCount])
    left &= left - 1
  }
  var sum: Float = 0
  for tag in 0..<WeightMatrix.width {
    guard choices >> UInt64(tag) & 1 != 0 else {
      scores[tag] = 0
      continue
    }
    scores[tag] = expf(scores[tag] - top)
    sum += scores[tag]
  }
  for tag in 0..<WeightMatrix.width { scores[tag] /= sum }
}
