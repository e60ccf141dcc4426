/// The three standard handles of a process.
public struct StandardHandles: Codable, Hashable, Sendable {
    /// What it reads.
    public var input: StandardHandle
    /// What it writes.
    public var output: StandardHandle
    /// What it complains on.
    public var error: StandardHandle

    /// Makes handles that lead nowhere unless said.
    ///
    /// - Parameters:
    ///   - input: what the process reads.
    ///   - output: what it writes.
    ///   - error: what it complains on.
    public init(input: StandardHandle = .none, output: StandardHandle = .none, error: StandardHandle = .none) {
        self.input = input
        self.output = output
        self.error = error
    }
}

extension StandardHandles {
    /// Where it writes and complains, each place once.
    var outputs: [StandardHandle] { error == output ? [output] : [output, error] }

    /// The handle of a number: 0, 1 or else the third.
    subscript(number: Int) -> StandardHandle {
        get { number == 0 ? input : number == 1 ? output : error }
        set {
            switch number {
            case 0: input = newValue
            case 1: output = newValue
            default: error = newValue
            }
        }
    }
}
