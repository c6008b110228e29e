import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { GenerateRequest } from '../../shared/generate-request.ts'
import { DocumentId, JobId, PanelId } from '../../shared/ids.ts'
import { randomId } from '../../shared/random-id.ts'

export const newJobId = () => v.parse(JobId, randomId('job', randomBytes))
export const newDocumentId = () => v.parse(DocumentId, randomId('doc', randomBytes))
export const newPanelId = () => v.parse(PanelId, randomId('panel', randomBytes))

type Changes = Partial<Omit<GenerateRequest, 'settings'>> & {
  readonly settings?: Partial<GenerateRequest['settings']>
}

/** A good request, but for the changes. */
export const jobRequest = ({ settings, ...changes }: Changes = {}): GenerateRequest =>
  v.parse(GenerateRequest, {
    id: newJobId(),
    style: 'nua',
    brief: 'woman with glasses and curly hair wearing a superhero cape',
    count: 1,
    settings: {
      aspectRatio: '1:1',
      format: 'png',
      steps: 28,
      guidance: 3,
      loraScale: 1,
      ...settings,
    },
    ...changes,
  })
