extension AccessCheck {
    /// Decides about every node of a list of object types on its own.
    ///
    /// Windows: `AccessCheckByTypeResultList`.
    ///
    /// - Parameters:
    ///   - descriptor: the object's descriptor.
    ///   - token: who asks.
    ///   - request: what is asked for, with the nodes.
    /// - Returns: one decision for each node, in their order.
    public static func decideEach(
        _ descriptor: SecurityDescriptor, token: AccessToken, request: AccessRequest
    ) -> [AccessDecision] {
        let nodes = request.objectTypes
        return nodes.indices.map { index in
            var path: [GUID] = []
            var level = nodes[index].level
            for node in nodes[..<index].reversed() where node.level < level {
                path.append(node.type)
                level = node.level
            }
            var subtree = [nodes[index]]
            subtree[0].ancestors = path
            for node in nodes[(index + 1)...] {
                guard node.level > nodes[index].level else { break }
                subtree.append(node)
            }
            var single = request
            single.objectTypes = subtree
            return decide(descriptor, token: token, request: single)
        }
    }
}
