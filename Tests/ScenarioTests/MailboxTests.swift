import Dispatch
import Testing

@testable import svctop

@Suite(.timeLimit(.minutes(1))) struct MailboxTests {
  @Test @MainActor func `gives what is urgent first, and else in the order it came`() async {
    let mailbox = Mailbox<String>()
    mailbox.send("batch 1")
    mailbox.send("batch 2")
    mailbox.send("key 1", isUrgent: true)
    mailbox.send("key 2", isUrgent: true)
    var seen: [String] = []
    await mailbox.answer { message in
      seen.append(message ?? "nothing")
      if message == "key 1" { mailbox.send("key 3", isUrgent: true) }
      return message == "batch 2" ? .end : .wait
    }
    #expect(seen == ["key 1", "key 2", "key 3", "batch 1", "batch 2"])
  }

  @Test @MainActor func `comes back without a message when it is asked to`() async {
    let mailbox = Mailbox<String>()
    mailbox.send("batch")
    var seen: [String] = []
    await mailbox.answer { message in
      seen.append(message ?? "nothing")
      if seen.count == 2 { mailbox.send("key", isUrgent: true) }
      return seen.count == 4 ? .end : .again
    }
    #expect(seen == ["batch", "nothing", "key", "nothing"])
  }

  @Test @MainActor func `answers what can wait with the next message that cannot`() async {
    let mailbox = Mailbox<String>()
    var seen: [String] = []
    mailbox.leave("batch 1")
    mailbox.leave("batch 2")
    mailbox.send("key", isUrgent: true)
    DispatchQueue.main.async {
      // By now the key was answered, and nobody is woken for what waits.
      DispatchQueue.main.async {
        seen.append("pause")
        mailbox.leave("batch 3")
        mailbox.send("tick")
      }
    }
    await mailbox.answer { message in
      seen.append(message ?? "nothing")
      return message == "tick" ? .end : .wait
    }
    #expect(seen == ["key", "pause", "batch 1", "batch 2", "batch 3", "tick"])
  }

  @Test @MainActor func `does not let many wait`() async {
    let mailbox = Mailbox<Int>()
    DispatchQueue.main.async { for number in 0..<20 { mailbox.leave(number) } }
    var seen: [Int] = []
    await mailbox.answer { message in
      if let message { seen.append(message) }
      return seen.count == 20 ? .end : .wait
    }
    #expect(seen == Array(0..<20))
  }

  @Test @MainActor func `loses nothing that many threads send`() async {
    let mailbox = Mailbox<Int>()
    for sender in 0..<4 {
      Task.detached {
        for number in 0..<1000 { mailbox.send(sender * 1000 + number, isUrgent: number % 7 == 0) }
      }
    }
    var seen: Set<Int> = []
    await mailbox.answer { message in
      if let message { seen.insert(message) }
      return seen.count < 4000 ? .wait : .end
    }
    #expect(seen == Set(0..<4000))
  }

  /// What crosses to another thread comes back behind all that waited meanwhile.
  @Test @MainActor func `answers on the main queue at once, not by way of another thread`() async {
    let mailbox = Mailbox<String>()
    var seen: [String] = []
    DispatchQueue.main.async {
      mailbox.send("key", isUrgent: true)
      DispatchQueue.main.async {
        seen.append("what came after")
        mailbox.send("end")
      }
    }
    await mailbox.answer { message in
      if let message { seen.append(message) }
      return message == "end" ? .end : .wait
    }
    #expect(seen == ["key", "what came after", "end"])
  }
}
