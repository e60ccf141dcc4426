/// One step: somebody does something to something.
public struct Attempt: Hashable, Sendable {
    /// Who.
    public let actor: Actor
    /// Does what.
    public let verb: Verb
    /// To what; places are still written as `$name`, bytes as `%XX`.
    public let arguments: [String]

    /// Makes an attempt.
    ///
    /// - Parameters:
    ///   - actor: who.
    ///   - verb: does what.
    ///   - arguments: to what.
    public init(actor: Actor, verb: Verb, arguments: [String]) {
        self.actor = actor
        self.verb = verb
        self.arguments = arguments
    }

    /// The arguments as a platform writes them.
    ///
    /// - Parameter places: the platform's places.
    /// - Returns: the arguments, places and bytes put in.
    /// - Throws: ``PlaceError`` for a place the platform does not have, or a byte that cannot be read.
    public func resolved(in places: Places) throws(PlaceError) -> [String] {
        var result: [String] = []
        for (index, argument) in arguments.enumerated() {
            result.append(try places.resolve(argument, asPath: verb.kind(at: index) == .path))
        }
        return result
    }
}

extension Attempt: CustomStringConvertible {
    /// The step as it is written, the actor left out for the sandboxed command.
    public var description: String {
        let step = ([verb.name] + arguments).joined(separator: " ")
        return actor == .sandbox ? step : "\(actor.rawValue): \(step)"
    }
}
