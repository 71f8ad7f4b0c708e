/** Hands a file to the browser's own download. */
export function downloadFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = 'text/plain;charset=utf-8',
) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; the browser keeps the content until it is done.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
