extension HostFile {
    /// Reads an entry: one file, or several in a directory that is made first.
    static func entries(_ node: YAMLNode, in directory: String = "", owner standing: Actor = .user)
        throws(ScenarioFileError) -> [HostFile]
    {
        let keys = try node.mapping(
            "file", "directory", "link", "repository", "worktree", "in", "files", "content", "to", "of", "program",
            "identity", "volume", "format", "owner", "access")
        let owner = try keys["owner"]?.word(of: Actor.self) ?? standing
        let access = try keys["access"]?.word(of: Access.self) ?? .usual
        func path(_ key: String) throws(ScenarioFileError) -> String? {
            guard let text = try keys[key]?.text() else { return nil }
            return text.hasPrefix("$") || directory.isEmpty ? text : directory + "/" + text
        }
        if let place = try path("in") {
            return try keys.require("files").sequence().map { node throws(ScenarioFileError) in
                try entries(node, in: place, owner: owner)
            }.flatMap(\.self)
        }
        let kind: Kind
        let place: String
        if let file = try path("file") {
            (kind, place) = (.file(content: try keys["content"]?.text() ?? "content"), file)
        } else if let directory = try path("directory") {
            (kind, place) = (.directory, directory)
        } else if let link = try path("link") {
            (kind, place) = (.link(target: try keys.require("to").text()), link)
        } else if let repository = try path("repository") {
            (kind, place) = (.repository, repository)
        } else if let worktree = try path("worktree") {
            (kind, place) = (.worktree(repository: try keys.require("of").text()), worktree)
        } else if let program = try path("program") {
            (kind, place) = (.program(identity: try keys.require("identity").word(of: Identity.self)), program)
        } else if let volume = try path("volume") {
            (kind, place) = (.volume(try keys.require("format").word(of: VolumeFormat.self)), volume)
        } else {
            throw node.complaint(
                "expected one of the keys file, directory, link, repository, worktree, program, volume, in")
        }
        return [HostFile(kind: kind, path: place, owner: owner, access: access)]
    }
}
