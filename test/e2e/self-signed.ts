import { createSign, generateKeyPairSync } from 'node:crypto'

/** One value in DER (ITU-T X.690): a tag, the length of what is inside, and that. */
const der = (tag: number, ...inside: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(inside)
  const { length } = content
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  const size = length < 128 ? [length] : long
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...inside: readonly Uint8Array[]) => der(0x30, ...inside)
const time = (text: string) => der(0x17, Buffer.from(text))

/** ecdsa-with-SHA256 (RFC 5758) and commonName (RFC 5280). */
const SIGNATURE = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const VERSION_3 = Buffer.from('a003020102', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')

/** A key and a certificate that only a browser which was told to trust anything takes. */
export const selfSigned = (name: string): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const body = sequence(
    VERSION_3,
    der(0x02, Buffer.from([1])),
    SIGNATURE,
    subject,
    sequence(time('200101000000Z'), time('491231235959Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const whole = sequence(body, SIGNATURE, der(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}
