/**
 * What we call of `tesseract.js-core`, which has no types: Tesseract's TessBaseAPI, and files in its memory. As in
 * tesseract.js 7 (src/worker-script/index.js).
 */
export type TesseractCore = {
  readonly FS: { writeFile: (path: string, data: Uint8Array) => void }
  readonly TessBaseAPI: new () => {
    /** 0 when it has begun. */
    Init: (dataFolder: null, language: string, engine: number) => number
    SetVariable: (name: string, value: string) => boolean
    /** Takes `/input`, turned as EXIF says (1: as it is) and by so many radians; 1 when it cannot be read. */
    SetImageFile: (exif: number, angle: number) => number
    Recognize: (monitor: null) => number
    /** Tab-separated: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
    GetTSVText: (page: number) => string
  }
}
export type OpenTesseract = (options: {
  readonly TesseractProgress: (percent: number) => void
  readonly printErr: (line: string) => void
}) => Promise<TesseractCore>
