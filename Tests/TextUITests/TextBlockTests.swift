import Testing
import TextUI

@Suite struct TextBlockTests {
  @Test func `breaks between words`() {
    let widget = TextBlock("fetch the posts of all authors in one statement")
    #expect(
      picture(widget, width: 16, height: 4) == """
        xxxxxxxxxxxxxxxxxx
        xfetch the posts x
        xof all authors  x
        xin one statementx
        x                x
        xxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `breaks a long word only where it must`() {
    let widget = TextBlock("see /api/users/{id}/feed now")
    #expect(
      picture(widget, width: 10, height: 4) == """
        xxxxxxxxxxxx
        xsee       x
        x/api/usersx
        x/{id}/feedx
        xnow       x
        xxxxxxxxxxxx
        """)
  }

  @Test func `keeps the line breaks of the text`() {
    let widget = TextBlock("one\n\ntwo")
    #expect(
      picture(widget, width: 6, height: 4) == """
        xxxxxxxx
        xone   x
        x      x
        xtwo   x
        x      x
        xxxxxxxx
        """)
  }

  @Test func `indents what follows a break`() {
    let widget = TextBlock(lines: ["advice  fetch all posts at once"], hangingIndent: 8)
    #expect(
      picture(widget, width: 18, height: 3) == """
        xxxxxxxxxxxxxxxxxxxx
        xadvice  fetch all x
        x        posts at  x
        x        once      x
        xxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `skips lines at the top`() {
    let widget = TextBlock(lines: ["a", "b", "c"], offset: 1)
    #expect(
      picture(widget, width: 4, height: 3) == """
        xxxxxx
        xb   x
        xc   x
        x    x
        xxxxxx
        """)
  }

  @Test func `never cuts a wide character in half`() {
    let widget = TextBlock("日本語")
    #expect(
      picture(widget, width: 5, height: 2) == """
        xxxxxxx
        x日本 x
        x語   x
        xxxxxxx
        """)
  }
}
