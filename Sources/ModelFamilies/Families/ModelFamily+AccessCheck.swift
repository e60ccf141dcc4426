internal import JSON
internal import WindowsSecurity

extension ModelFamily {
    static func answerAccessCheck(_ input: ModelInput) throws(ModelInputError) -> JSONValue {
        let request = AccessRequest(
            try input.member("desired").mask(), mapping: try input.member("mapping").mapping(),
            principalSelf: try input.optional("principal_self")?.sid(),
            caller: try input.flag("premapped") ? .userMode : .client)
        let decision = AccessCheck.decide(
            try input.member("sd").descriptor(), token: try input.member("token").token(), request: request)
        return .object([
            "status": .string(decision.status.rawValue), "granted": .string(decision.granted.description),
        ])
    }
}
