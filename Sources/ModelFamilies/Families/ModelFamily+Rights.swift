internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    static func answerConstant(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let name = try input.member("name")
        let group = try input.member("group").string()
        guard let value = WindowsConstant.value(of: try name.string(), in: group) else {
            throw name.unusable("an unknown constant")
        }
        if group == "privilege-luid" { return .object(["value": .integer(Int(value))]) }
        return .object(["value": .string(AccessMask(rawValue: value).description)])
    }

    static func answerGenericMapping(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let name = try input.member("object_type")
        guard let type = ObjectType.named(try name.string()) else { throw name.unusable("an unknown type") }
        return .object([
            "read": .string(type.mapping.read.description), "write": .string(type.mapping.write.description),
            "execute": .string(type.mapping.execute.description), "all": .string(type.mapping.all.description),
            "valid_mask": type.validAccess.map { .string($0.description) } ?? .null,
        ])
    }

    static func answerMapGeneric(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let mapping = try input.member("mapping").mapping()
        return .object(["mask": .string(mapping.map(try input.member("mask").mask()).description)])
    }
}
