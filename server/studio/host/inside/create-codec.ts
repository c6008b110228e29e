/** What JSON cannot say, tagged by `$`: a value of the other side (`function`, `node`…), bytes, a date, undefined. */
export type Tagged = { $: string; v?: unknown }

export type Codec = {
  encode: (value: unknown, bytes: Uint8Array[]) => unknown
  decode: (encoded: unknown, bytes: readonly Uint8Array[]) => unknown
}

/**
 * Turns values into JSON and back. Bytes travel beside the JSON, and what only one side has (functions, nodes,
 * promises) is named by `own` and recognised by `foreign`.
 *
 * It runs on both sides of the border. Inside QuickJS it is evaluated as text, so it leans on its arguments alone.
 */
export const createCodec = (side: {
  own: (value: unknown) => Tagged | undefined
  foreign: (tagged: Tagged) => unknown
}): Codec => {
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null
  const isTagged = (value: object): value is Tagged => '$' in value && typeof value.$ === 'string'

  const encode = (value: unknown, bytes: Uint8Array[]): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : { $: 'number', v: String(value) }
    if (value === undefined) return { $: 'undefined' }
    const own = side.own(value)
    if (own !== undefined) return own
    if (value instanceof Uint8Array) return { $: 'bytes', v: bytes.push(value) - 1 }
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (Array.isArray(value)) return value.map((each) => encode(each, bytes))
    if (!isRecord(value) || ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
      throw new TypeError('Only plain values and Uint8Array can be sent')
    const record: Record<string, unknown> = {}
    for (const key of Object.keys(value)) record[key] = encode(value[key], bytes)
    return '$' in record ? { $: 'object', v: record } : record
  }

  const decodeRecord = (
    value: Record<string, unknown>,
    bytes: readonly Uint8Array[],
  ): Record<string, unknown> => {
    const record: Record<string, unknown> = {}
    for (const key of Object.keys(value)) record[key] = decode(value[key], bytes)
    return record
  }
  const decode = (value: unknown, bytes: readonly Uint8Array[]): unknown => {
    if (Array.isArray(value)) return value.map((each) => decode(each, bytes))
    if (!isRecord(value)) return value
    if (!isTagged(value)) return decodeRecord(value, bytes)
    switch (value.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(value.v)
      case 'date':
        return new Date(Number(value.v))
      case 'bytes':
        return bytes[Number(value.v)]
      case 'object':
        return isRecord(value.v) ? decodeRecord(value.v, bytes) : undefined
      default:
        return side.foreign(value)
    }
  }
  return { encode, decode }
}
