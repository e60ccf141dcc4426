/// A command that is being carried out, with those behind it in its pipe.
struct RunningCommand: Hashable, Sendable {
    /// What carries it out.
    enum Carrier: Hashable, Sendable {
        /// The process itself.
        case program(ProgramRun)
        /// A process that it started.
        case child(ProcessIdentifier)
    }

    /// What carries it out.
    var carrier: Carrier
    /// Where its standard handles lead.
    var handles: StandardHandles
    /// The files that were opened for it.
    var opened: [HandleIdentifier] = []
    /// The stream that it writes to for the next stage.
    var pipe: UInt32?
    /// The stream that it reads of the stage before.
    var source: UInt32?
    /// The stages behind it.
    var following: [CommandLine.Stage]
}
