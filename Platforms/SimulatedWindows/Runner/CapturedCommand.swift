/// Everything a command wrote, and how it ended.
public struct CapturedCommand: Hashable, Sendable {
    /// What it wrote to its standard output.
    public internal(set) var output: [UInt8] = []
    /// What it wrote to its standard error.
    public internal(set) var errors: [UInt8] = []
    /// What it ended with; 192 when its time was over.
    public internal(set) var code: Int32 = 0
    /// Whether its time was over.
    public internal(set) var isTimedOut = false
}
