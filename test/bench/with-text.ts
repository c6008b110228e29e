import { crc32 } from 'node:zlib'

/** The bytes of the last chunk of every PNG: no data. */
const END = 12

/** The same PNG with a comment, so that its file is another one. */
export const withText = (png: Uint8Array, text: string): Uint8Array => {
  const body = Buffer.from(`tEXtComment\0${text}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length - 4)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([png.subarray(0, -END), length, body, sum, png.subarray(-END)])
}
