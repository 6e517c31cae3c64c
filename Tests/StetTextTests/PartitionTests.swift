import StetText
import Testing

@Suite struct PartitionTests {
  /// Sorted numbers, a bound, and the index of the first number that reaches it.
  @Test(
    arguments: [
      ([], 1, 0), ([5], 5, 0), ([5], 6, 1), ([1, 3, 5, 7], 0, 0), ([1, 3, 5, 7], 4, 2), ([1, 3, 5, 7], 7, 3),
      ([1, 3, 5, 7], 8, 4), ([2, 2, 2, 9], 2, 0), ([2, 2, 2, 9], 3, 3),
    ] as [([Int], Int, Int)])
  func findsWhereTheOthersBegin(_ numbers: [Int], _ bound: Int, _ index: Int) {
    #expect(numbers.partitioningIndex { $0 >= bound } == index)
  }

  @Test func indicesOfASliceAreItsOwn() {
    let slice = [9, 1, 2, 3, 9][1..<4]
    #expect(slice.partitioningIndex { $0 >= 2 } == 2)
    #expect(slice.partitioningIndex { $0 > 3 } == 4)
  }
}
