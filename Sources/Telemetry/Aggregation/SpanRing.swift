/// The last few spans, so that a burst or a whole file costs no more memory than a minute.
struct SpanRing<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var next = 0
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if elements.count < capacity {
      elements.append(element)
    } else if capacity > 0 {
      elements[next] = element
      next = next + 1 == capacity ? 0 : next + 1
    }
  }

  /// All elements in the order they came; the ring is empty afterwards.
  mutating func take() -> [Element] {
    let ordered = Array(elements[next...] + elements[..<next])
    elements.removeAll(keepingCapacity: true)
    next = 0
    return ordered
  }
}
