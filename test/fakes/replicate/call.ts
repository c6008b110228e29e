export type CallKind =
  | 'createPrediction'
  | 'getPrediction'
  | 'cancelPrediction'
  | 'listPredictions'
  | 'createTraining'
  | 'getTraining'
  | 'cancelTraining'
  | 'listTrainings'
  | 'createModel'
  | 'getModel'
  | 'listVersions'
  | 'getVersion'
  | 'deleteVersion'
  | 'createFile'
  | 'getFile'
  | 'listFiles'
  | 'deleteFile'
  | 'downloadFile'
  | 'getAccount'
  | 'listHardware'
  | 'delivery'

/** One request that reached the fake. */
export type Call = {
  readonly kind: CallKind
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What it was answered with; null while it is not, or never was. */
  status: number | null
}
