const IEND = 0x49454e44

/** Whether a PNG's chunks go on to the last one: length, name, data, checksum (W3C PNG, 5.3). */
export const isWholePng = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === IEND) return true
  return false
}
