/** `Content-Disposition` that saves the file under a name, in the form that all browsers know (RFC 6266). */
export function attachment(fileName?: string): string {
  if (!fileName) return 'attachment'
  const plain =
    fileName
      .normalize('NFD')
      .replaceAll(/[^\w. -]/g, '')
      .trim() || 'file'
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, escapeMark)}`
}

function escapeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}
