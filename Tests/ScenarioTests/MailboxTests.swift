import Testing

@testable import svctop

@Suite(.timeLimit(.minutes(1))) struct MailboxTests {
  @Test @MainActor func `gives what is urgent first, and else in the order it came`() async {
    let mailbox = Mailbox<String>()
    #expect(mailbox.poll() == nil)
    mailbox.send("batch 1")
    mailbox.send("batch 2")
    mailbox.send("key 1", isUrgent: true)
    mailbox.send("key 2", isUrgent: true)
    #expect(await mailbox.next() == "key 1")
    mailbox.send("key 3", isUrgent: true)
    #expect(await mailbox.next() == "key 2")
    #expect(mailbox.poll() == "key 3")
    #expect(await mailbox.next() == "batch 1")
    #expect(mailbox.poll() == "batch 2")
    #expect(mailbox.poll() == nil)
  }

  @Test @MainActor func `loses nothing that many threads send to a reader who waits`() async {
    let mailbox = Mailbox<Int>()
    for sender in 0..<4 {
      Task.detached {
        for number in 0..<1000 { mailbox.send(sender * 1000 + number, isUrgent: number % 7 == 0) }
      }
    }
    var seen: Set<Int> = []
    while seen.count < 4000 { seen.insert(await mailbox.next()) }
    #expect(seen == Set(0..<4000))
    #expect(mailbox.poll() == nil)
  }
}
