import * as v from 'valibot'
import { DatasetId, StyleId, TrainingId } from '../ids.ts'
import { TrainingRequest } from '../training-request.ts'
import { JobStateName } from './job-views.ts'
import { trainingRoutes } from './training-routes.ts'

const OneTraining = v.object({ id: TrainingId })

export const trainings = {
  listTrainers: {
    ...trainingRoutes.listTrainers,
    summary: 'The trainers, their settings, and what a training takes and costs.',
    status: 200,
  },
  createTraining: {
    ...trainingRoutes.createTraining,
    summary:
      'Start a training. The same id and body again is the same training; another body is a 409.',
    status: 202,
    body: TrainingRequest,
  },
  listTrainings: {
    ...trainingRoutes.listTrainings,
    summary: 'Trainings, newest first.',
    status: 200,
    query: v.object({
      state: v.optional(JobStateName),
      style: v.optional(StyleId),
      dataset: v.optional(DatasetId),
      /** What it made, as `owner/name:version`. */
      model: v.optional(v.pipe(v.string(), v.maxLength(500))),
      cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'From 1 to 100.'))),
    }),
  },
  getTraining: {
    ...trainingRoutes.getTraining,
    summary: 'One training.',
    status: 200,
    params: OneTraining,
  },
  cancelTraining: {
    ...trainingRoutes.cancelTraining,
    summary:
      'Cancel a training; what it took until then is charged. One that has ended stays as it is.',
    status: 200,
    params: OneTraining,
  },
  retryTraining: {
    ...trainingRoutes.retryTraining,
    summary:
      'Train again with the same inputs after a failure or a cancel; the same id again is the same training.',
    status: 202,
    params: OneTraining,
    body: v.strictObject({ id: TrainingId }),
  },
  getTrainingLog: {
    ...trainingRoutes.getTrainingLog,
    summary: 'What the trainer printed.',
    status: 200,
    params: OneTraining,
  },
} as const

/** `GET /v1/trainings/{id}/weights` answers with the `.safetensors` file that the training made. */
export const downloadWeights = {
  method: 'GET',
  path: '/v1/trainings/{id}/weights',
  summary: 'The weights that a training made.',
  status: 200,
  params: OneTraining,
} as const
