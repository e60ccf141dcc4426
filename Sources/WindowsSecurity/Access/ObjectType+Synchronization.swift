extension ObjectType {
    /// An event; its read and write rights do not contain `SYNCHRONIZE`.
    ///
    /// Windows: `Event`.
    public static let event = ObjectType(
        "Event", GenericMapping(0x2_0001, 0x2_0002, 0x12_0000, 0x1F_0003), valid: 0x1F_0003,
        rights: [("EVENT_QUERY_STATE", 0x1), ("EVENT_MODIFY_STATE", 0x2)])

    /// A semaphore; Windows: `Semaphore`.
    public static let semaphore = ObjectType(
        "Semaphore", GenericMapping(0x2_0001, 0x2_0002, 0x12_0000, 0x1F_0003), valid: 0x1F_0003,
        rights: [("SEMAPHORE_QUERY_STATE", 0x1), ("SEMAPHORE_MODIFY_STATE", 0x2)])

    /// A timer; Windows: `Timer`.
    public static let timer = ObjectType(
        "Timer", GenericMapping(0x2_0001, 0x2_0002, 0x12_0000, 0x1F_0003), valid: 0x1F_0003,
        rights: [("TIMER_QUERY_STATE", 0x1), ("TIMER_MODIFY_STATE", 0x2)])

    /// A mutex; Windows: `Mutant`.
    public static let mutant = ObjectType(
        "Mutant", GenericMapping(0x2_0001, 0x2_0000, 0x12_0000, 0x1F_0001), valid: 0x1F_0001,
        rights: [("MUTANT_QUERY_STATE", 0x1)])

    /// A keyed event; Windows: `KeyedEvent`.
    public static let keyedEvent = ObjectType(
        "KeyedEvent", GenericMapping(0x2_0001, 0x2_0002, 0x2_0000, 0xF_0003), valid: 0x1F_0003,
        rights: [("KEYEDEVENT_WAIT", 0x1), ("KEYEDEVENT_WAKE", 0x2)])

    /// A completion port; Windows: `IoCompletion`.
    public static let ioCompletion = ObjectType(
        "IoCompletion", GenericMapping(0x2_0001, 0x2_0002, 0x12_0000, 0x1F_0003), valid: 0x1F_0003,
        rights: [("IO_COMPLETION_QUERY_STATE", 0x1), ("IO_COMPLETION_MODIFY_STATE", 0x2)])

    /// What a debugger listens to.
    ///
    /// Windows: `DebugObject`.
    public static let debugObject = ObjectType(
        "DebugObject", GenericMapping(0x2_0001, 0x2_0002, 0x12_0000, 0x1F_000F), valid: 0x1F_000F,
        rights: [
            ("DEBUG_READ_EVENT", 0x1), ("DEBUG_PROCESS_ASSIGN", 0x2), ("DEBUG_SET_INFORMATION", 0x4),
            ("DEBUG_QUERY_INFORMATION", 0x8),
        ])

    /// A type of kernel objects, which is an object itself.
    ///
    /// Windows: `Type`.
    public static let type = ObjectType(
        "Type", GenericMapping(0x2_0000, 0x2_0000, 0x2_0000, 0xF_0001), valid: 0x1F_0001,
        rights: [("OBJECT_TYPE_CREATE", 0x1)])
}
