import Foundation
import Testing

@testable import Ingest

@Suite struct PipeTests {
  @Test func everythingArrivesInOrder() {
    let pipe = Pipe<Int>(capacity: 3)
    Thread {
      for number in 0..<1_000 { _ = pipe.send(number) }
      pipe.end()
    }.start()
    var received: [Int] = []
    while let number = pipe.receive() { received.append(number) }
    #expect(received == Array(0..<1_000))
    #expect(pipe.receive() == nil)
  }

  @Test func aCancelledPipeLetsItsSenderGo() {
    let pipe = Pipe<Int>(capacity: 1)
    let stopped = DispatchSemaphore(value: 0)
    Thread {
      while pipe.send(1) {}
      stopped.signal()
    }.start()
    #expect(pipe.receive() == 1)
    pipe.cancel()
    stopped.wait()
    #expect(!pipe.send(2))
  }

  @Test func aFullPipeMayBeDropped() {
    let pipe = Pipe<Int>(capacity: 1)
    #expect(pipe.send(1))
  }

  @Test func heavyElementsFillIt() {
    let pipe = Pipe<Int>(capacity: 100) { $0 }
    #expect(pipe.send(60))
    #expect(pipe.send(70))
    let sent = DispatchSemaphore(value: 0)
    Thread {
      _ = pipe.send(1)
      sent.signal()
    }.start()
    #expect(sent.wait(timeout: .now() + 0.05) == .timedOut)
    #expect(pipe.receive() == 60)
    sent.wait()
    #expect(pipe.receive() == 70)
    #expect(pipe.receive() == 1)
  }
}
