internal import SandboxModel

/// A real user's membership of a group (`gpasswd(1)`), also for users that are not in the local files.
struct MemberEffect: LinuxEffect {
    let user: RealUser
    let group: SandboxGroup
    let tools: ToolRunner

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        try AccountDatabase().group(group.groupName)?.members.contains(user.name) == true ? .inForce : .absent
    }

    func capture() throws(SetupError) -> BeforeImage {
        try inspect(recorded: nil) == .inForce ? .existing : .absent
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        try tools.require(
            .gpasswd, ["--add", user.name, group.groupName], to: "add \(user.name) to", group.groupName)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        guard try inspect(recorded: image) == .inForce else { return }
        try tools.require(
            .gpasswd, ["--delete", user.name, group.groupName], to: "remove \(user.name) from", group.groupName)
    }
}
