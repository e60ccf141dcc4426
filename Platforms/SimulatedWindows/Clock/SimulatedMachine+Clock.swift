extension SimulatedMachine {
    /// When every machine begins: 22 August 2026, 9 o'clock, in milliseconds since 1970.
    static var firstMoment: UInt64 { 1_787_389_200_000 }

    /// Where every machine's clock stops: the end of the year 9999.
    static var lastMoment: UInt64 { 253_402_300_799_999 }

    /// The time of day in seconds, as files keep it.
    var second: UInt32 { UInt32(truncatingIfNeeded: clock / 1000) }

    /// Lets time pass: what is due happens in its order.
    ///
    /// Nothing else moves the clock; a call takes no time. Windows: `Sleep`, from outside.
    ///
    /// - Parameter milliseconds: how much.
    public mutating func passTime(_ milliseconds: UInt64) {
        record(.passTime(milliseconds))
        let end = milliseconds < Self.lastMoment - clock ? clock + milliseconds : Self.lastMoment
        settle()
        while let next = nextWake, next <= end {
            clock = max(clock, next)
            settle()
        }
        clock = end
    }

    /// Does a thing that is no call of a process: counts it and keeps it in the log.
    mutating func record(_ call: @autoclosure () -> MachineCall) {
        guard depth == 0 else { return }
        time += 1
        log.append(call())
    }
}
