// What threads leave for the one that has the terminal.

import Ncurses
import Synchronization

/// Answers of other threads, waiting to be taken by the one that has the terminal.
///
/// A class because threads share it.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  /// Leaves a message, and wakes the loop to take it.
  func put(_ message: Message) {
    messages.withLock { $0.append(message) }
    Terminal.wake()
  }

  /// Takes all messages, the oldest first.
  func collect() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
