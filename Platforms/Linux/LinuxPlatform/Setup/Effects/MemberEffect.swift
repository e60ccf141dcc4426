internal import SandboxModel

/// A real user's membership of a group (`gpasswd(1)`), also for users that are not in the local files.
struct MemberEffect: LinuxEffect {
    let user: RealUser
    let group: SandboxGroup
    let tools: ToolRunner

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let accounts = try AccountDatabase()
        let isListed = accounts.group(group.groupName)?.members.contains(user.name) == true
        let isShadowed = accounts.groupShadowMembers[group.groupName]?.contains(user.name) ?? isListed
        switch (isListed, isShadowed) {
        case (true, true): return .inForce
        case (false, false): return .absent
        default: return .drifted("/etc/group and /etc/gshadow disagree about \(user.name) in \(group.groupName)")
        }
    }

    func capture() throws(SetupError) -> BeforeImage {
        // Half a membership is one all the same: the group file alone decides who is in.
        try inspect(recorded: nil) == .absent ? .absent : .existing
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        try tools.require(
            .gpasswd, ["--add", user.name, group.groupName], to: "add \(user.name) to", group.groupName)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        switch try inspect(recorded: image) {
        case .absent: return
        case .inForce: break
        // The machine stopped between the two files of gpasswd: adding makes them agree.
        case .drifted: try apply(over: image)
        }
        try tools.require(
            .gpasswd, ["--delete", user.name, group.groupName], to: "remove \(user.name) from", group.groupName)
    }
}
