import Foundation

/// A path as a file names it, relative to where that file stands.
func pathBeside(file: String, _ name: String) -> String {
  if name.hasPrefix("/") { return name }
  let folder = (file as NSString).deletingLastPathComponent
  return folder.isEmpty ? name : "\(folder)/\(name)"
}
