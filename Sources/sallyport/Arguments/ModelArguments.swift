public import ArgumentParser
public import SandboxModel

extension SandboxMode: ExpressibleByArgument {}

extension SandboxLevel: ExpressibleByArgument {}
