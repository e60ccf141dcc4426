internal import Glibc
internal import SandboxModel

extension SetupError {
    /// The error of a system call that failed just now (`errno(3)`).
    static func systemCall(
        _ action: String, _ subject: String, _ number: Int32 = errno, remedy: String = ""
    ) -> SetupError {
        SetupError(
            .systemCall, action: action, subject: subject, detail: explanation(of: number), errorNumber: number,
            remedy: remedy)
    }

    /// The error of a file that root must not use.
    static func unsafe(_ subject: String, _ detail: String, remedy: String = "") -> SetupError {
        SetupError(.unsafeFile, action: "use", subject: subject, detail: detail, remedy: remedy)
    }

    /// The error of a recorded image that is not of the form that its effect writes.
    static func corrupt(_ image: BeforeImage) -> SetupError {
        SetupError(
            .corruptImage, action: "read", subject: "the recorded before-image", detail: "\(image)",
            remedy: "restore \(InstallationPaths.journal) from a backup")
    }

    /// The system's words for an error number (`strerror(3)`).
    static func explanation(of number: Int32) -> String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
