import * as v from 'valibot'
import type { Document } from '../document/create-document.ts'
import { NodeType } from '../document/node-record.ts'
import { createReference, isReference, type Reference } from './reference.ts'

export const nodeReference = (document: Document, id: string): Reference =>
  createReference(document.node(id).type, id)

/** A node that the plugin gave. */
export const NodeReference = v.custom<Reference>(
  (value) => isReference(value) && v.is(NodeType, value.kind),
)
