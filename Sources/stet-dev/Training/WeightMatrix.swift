import Glibc
import StetLanguage

/// One row of 64 weights a feature, trained by AdaGrad (Duchi, Hazan and Singer, 2011) with an L1 penalty that
/// is applied when a row is touched.
final class WeightMatrix {
  private let weights: UnsafeMutablePointer<SIMD64<Float>>
  private let squares: UnsafeMutablePointer<SIMD64<Float>>
  private let touched: UnsafeMutablePointer<Int32>
  let rows: Int
  private let penalty: Float

  init(rows: Int, penalty: Float) {
    self.rows = rows
    self.penalty = penalty
    weights = .allocate(capacity: rows)
    weights.initialize(repeating: .zero, count: rows)
    squares = .allocate(capacity: rows)
    squares.initialize(repeating: SIMD64(repeating: 0), count: rows)
    touched = .allocate(capacity: rows)
    touched.initialize(repeating: 0, count: rows)
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
    touched.deallocate()
  }

  func scores(_ features: UnsafeBufferPointer<Int32>) -> SIMD64<Float> {
    var sum = SIMD64<Float>.zero
    for feature in features { sum += weights[Int(feature)] }
    return sum
  }

  func update(_ features: UnsafeBufferPointer<Int32>, gradient: SIMD64<Float>, rate: Float, step: Int32) {
    let square = gradient * gradient
    for feature in features {
      let row = Int(feature)
      let sums = squares[row] + square
      squares[row] = sums
      let scale = rate / (sums + 1e-3).squareRoot()
      let shrink = scale * (penalty * Float(step - touched[row]))
      touched[row] = step
      weights[row] = Self.shrunk(weights[row] - scale * gradient, by: shrink)
    }
  }

  /// Applies the penalty to rows that were not touched lately.
  func settle(rate: Float, step: Int32) {
    for row in 0..<rows {
      let shrink = (rate / (squares[row] + 1e-3).squareRoot()) * (penalty * Float(step - touched[row]))
      weights[row] = Self.shrunk(weights[row], by: shrink)
      touched[row] = step
    }
  }

  func row(_ row: Int) -> SIMD64<Float> { weights[row] }

  @inline(__always)
  private static func shrunk(_ values: SIMD64<Float>, by amount: SIMD64<Float>) -> SIMD64<Float> {
    let zero = SIMD64<Float>.zero
    let up = (values - amount).replacing(with: zero, where: values .< amount)
    let down = (values + amount).replacing(with: zero, where: values .> -amount)
    return up + down
  }
}

/// Probabilities of the tags in `choices` by their scores; 0 for the others.
func softmax(_ scores: SIMD64<Float>, among choices: UInt64) -> SIMD64<Float> {
  var top = -Float.infinity
  var left = choices
  while left != 0 {
    top = max(top, scores[left.trailingZeroBitCount])
    left &= left - 1
  }
  var result = SIMD64<Float>.zero
  var sum: Float = 0
  left = choices
  while left != 0 {
    let tag = left.trailingZeroBitCount
    let value = expf(scores[tag] - top)
    result[tag] = value
    sum += value
    left &= left - 1
  }
  return result * (1 / sum)
}
