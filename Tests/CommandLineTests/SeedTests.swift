import KernelStage
import Testing

@Test func stageNeedsRoot() {
    #expect(Stage.requirement == "root")
}
