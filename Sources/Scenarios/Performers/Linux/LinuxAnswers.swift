/// The layers of the Linux sandbox, each with the answers it gives: what the kernel says tells one from another.
enum LinuxAnswers {
    private static let table: [(layer: Layer, answers: Set<String>)] = [
        (Layer(rawValue: "launch"), ["not started"]),
        (Layer(rawValue: "mounts"), ["EROFS", "EXDEV", "ENOENT", "EBUSY", "unseen"]),
        (Layer(rawValue: "protected-paths"), ["EROFS", "EBUSY", "EXDEV"]),
        (Layer(rawValue: "credentials"), ["EACCES", "EPERM"]),
        (Layer(rawValue: "write-gate"), ["EACCES", "EXDEV"]),
        (Layer(rawValue: "system-calls"), ["EPERM", "ENOSYS", "EAFNOSUPPORT", "signal 31"]),
        (
            Layer(rawValue: "namespaces"),
            ["ENETUNREACH", "EADDRNOTAVAIL", "ENETDOWN", "ECONNREFUSED", "ENOENT", "ENOTCONN"]
        ),
        (Layer(rawValue: "firewall"), ["ECONNREFUSED", "EPERM", "EACCES", "ENOTCONN"]),
        (Layer(rawValue: "processes"), ["ESRCH", "ENOENT", "unseen"]),
        (Layer(rawValue: "descriptors"), ["EBADF"]),
        (Layer(rawValue: "exists"), ["EEXIST"]),
        (Layer(rawValue: "no-terminal"), ["ENXIO", "ENOENT"]),
        (Layer(rawValue: "not-inherited"), ["ENOENT"]),
        (Layer(rawValue: "no-such-id"), ["EINVAL"]),
        (limits, ["EAGAIN", "ENOMEM", "ENOSPC", "EDQUOT"]),
        (Layer(rawValue: "identity"), ["ECANCELED"]),
        (Layer(rawValue: "unseen"), ["unseen"]),
    ]

    /// A limit, up to which everything goes through.
    static let limits = Layer(rawValue: "limits")
    /// The layers, in the order in which reports list them.
    static let layers = table.map(\.layer)

    /// The layers that give an answer.
    static func layers(for answer: String) -> Set<Layer> {
        Set(table.filter { $0.answers.contains(answer) }.map(\.layer))
    }
}
