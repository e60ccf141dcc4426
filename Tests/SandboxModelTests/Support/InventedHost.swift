import SandboxModel

/// A host that exists only in a test: a tree written down as `path -> node`.
struct InventedHost: HostFacts {
    /// Something at a path.
    enum Node {
        case directory
        case file(String)
        case link(String)
        case device
        case closed
    }

    var nodes: [HostPath: Node]
    var homeDirectories: [HostPath]
    var reservedDirectories: [HostPath]
    var temporaryDirectories: [HostPath]

    /// Makes a host with a home, a temporary directory and a reserved one; parents of every path are directories.
    init(_ tree: [String: Node]) {
        nodes = [:]
        homeDirectories = ["/home/alice"].map(path)
        reservedDirectories = ["/home/alice/.local/state/sallyport"].map(path)
        temporaryDirectories = ["/tmp", "/dev"].map(path)
        let standing: [String: Node] = [
            "/home/alice/.local/state/sallyport": .directory, "/tmp": .directory, "/dev": .directory,
            "/etc": .directory,
        ]
        for (text, node) in tree.merging(standing, uniquingKeysWith: { mine, _ in mine }) {
            nodes[path(text)] = node
            for ancestor in path(text).ancestors where nodes[ancestor] == nil { nodes[ancestor] = .directory }
        }
    }

    func kind(of path: HostPath) -> PathKind {
        if let parent = path.parent, let real = canonical(parent), let name = path.name,
            let place = try? real.appending(name)
        {
            switch nodes[place] {
            case .directory: return .directory
            case .file: return .file
            case .link: return .symbolicLink
            case .device: return .other
            case .closed: return .unreachable(13)
            case nil: return .missing
            }
        }
        return path == .root ? .directory : .missing
    }

    func canonical(_ path: HostPath) -> HostPath? { resolve(path, hops: 0) }

    private func resolve(_ path: HostPath, hops: Int) -> HostPath? {
        guard hops < 40 else { return nil }
        var place = HostPath.root
        let components = path.components
        for (index, name) in components.enumerated() {
            guard let next = try? place.appending(name), let node = nodes[next] else { return nil }
            if case .link(let text) = node {
                let rest = Array(components[(index + 1)...].joined(separator: [HostPath.root.bytes[0]]))
                guard let target = try? place.joining(text.utf8),
                    let whole = rest.isEmpty ? target : try? target.joining(rest)
                else { return nil }
                return resolve(whole, hops: hops + 1)
            }
            if index < components.count - 1 {
                guard case .directory = node else { return nil }
            }
            place = next
        }
        return place
    }

    func linkTarget(of path: HostPath) -> [UInt8]? {
        if case .link(let text) = nodes[path] { Array(text.utf8) } else { nil }
    }

    func contents(of path: HostPath, limit: Int) -> [UInt8]? {
        guard let real = canonical(path), case .file(let text) = nodes[real], text.utf8.count <= limit else {
            return nil
        }
        return Array(text.utf8)
    }
}

/// A path that a test knows to be well-formed.
func path(_ text: String) -> HostPath {
    do throws(HostPathError) {
        return try HostPath(text)
    } catch {
        preconditionFailure("\(error)")
    }
}
