import Arguments
internal import Foundation

// A reader that goes away shows as an error of `write`, not as a signal that ends the process.
signal(SIGPIPE, SIG_IGN)

let console = Console(environment: ProcessInfo.processInfo.environment)
let outcome = await run(Array(CommandLine.arguments.dropFirst()), in: console)
exit(outcome.rawValue)
