import Testing
import TextUI

@Suite struct GeometryTests {
  @Test func `a rectangle is never negative`() {
    let rect = Rect(x: 3, y: 4, width: -1, height: 2)
    #expect(rect.width == 0)
    #expect(rect.isEmpty)
    #expect(Size(width: -5, height: 1) == Size(width: 0, height: 1))
  }

  @Test func `an inset takes the margin from all sides`() {
    let rect = Rect(x: 2, y: 3, width: 10, height: 6)
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 4))
    #expect(rect.inset(by: 9) == Rect(x: 7, y: 6, width: 0, height: 0))
  }

  @Test func `splitting loses no cell and invents none`() {
    let rect = Rect(x: 2, y: 3, width: 10, height: 6)
    for size in [-1, 0, 1, 5, 6, 10, 99] {
      let (top, below) = rect.splitting(top: size)
      #expect(top.height + below.height == 6)
      #expect(below.y == top.maxY)
      let (left, right) = rect.splitting(left: size)
      #expect(left.width + right.width == 10)
      #expect(right.x == left.maxX)
    }
    #expect(rect.splitting(bottom: 2).first == Rect(x: 2, y: 7, width: 10, height: 2))
    #expect(rect.splitting(right: 3).first == Rect(x: 9, y: 3, width: 3, height: 6))
  }

  @Test func `a point on the far edge is outside`() {
    let rect = Rect(x: 1, y: 1, width: 2, height: 2)
    #expect(rect.contains(Point(x: 1, y: 1)))
    #expect(!rect.contains(Point(x: 3, y: 1)))
    #expect(!rect.contains(Point(x: 1, y: 3)))
  }
}
