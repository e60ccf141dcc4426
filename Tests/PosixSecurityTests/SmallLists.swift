import PosixSecurity

/// All lists over the rights to read and to write with at most one named user and two named groups.
enum SmallLists {
    static let owner: UInt32 = 1
    static let group: UInt32 = 2
    static let namedUser: UInt32 = 3
    static let namedGroups: [UInt32] = [4, 5]

    /// The processes that tell the lists apart.
    static let people: [Credentials] =
        [owner, namedUser, 9].flatMap { user in
            [
                Credentials(user: user, group: 9), Credentials(user: user, group: group),
                Credentials(user: user, group: 9, supplementaryGroups: [4]),
                Credentials(user: user, group: 4, supplementaryGroups: [5]),
                Credentials(user: user, group: 5, supplementaryGroups: [group, 4]),
            ]
        }

    static let rights = [Permissions([]), [.read], [.write], [.read, .write]]

    static let lists: [AccessControlList] = {
        var lists: [AccessControlList] = []
        let optional: [Permissions?] = [nil] + rights
        for user in optional {
            for first in optional {
                for second in optional {
                    for owningGroup in rights {
                        for other in rights {
                            for mask in user == nil && first == nil && second == nil ? optional : rights {
                                var list = AccessControlList(mode: 0o400)
                                list.owningGroup = owningGroup
                                list.other = other
                                list.setUser(namedUser, user)
                                list.setGroup(4, first)
                                list.setGroup(5, second)
                                list.mask = mask
                                lists.append(list)
                            }
                        }
                    }
                }
            }
        }
        return lists
    }()
}
