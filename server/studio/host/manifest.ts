import * as v from 'valibot'

type MenuItem = {
  name?: string | undefined
  command?: string | undefined
  separator?: true | undefined
  parameters?: { key: string; name: string }[] | undefined
  menu?: MenuItem[] | undefined
}

const MenuItem: v.GenericSchema<MenuItem> = v.object({
  name: v.optional(v.string()),
  command: v.optional(v.string()),
  separator: v.optional(v.literal(true)),
  parameters: v.optional(v.array(v.object({ key: v.string(), name: v.string() }))),
  menu: v.optional(v.lazy(() => v.array(MenuItem))),
})

/**
 * What the host reads of a plugin's manifest.
 * Source: https://developers.figma.com/docs/plugins/manifest
 */
export const Manifest = v.object({
  id: v.string(),
  name: v.string(),
  api: v.literal('1.0.0'),
  editorType: v.array(v.string()),
  documentAccess: v.optional(v.literal('dynamic-page')),
  permissions: v.optional(v.array(v.string()), []),
  menu: v.optional(v.array(MenuItem), []),
  relaunchButtons: v.optional(v.array(v.object({ command: v.string(), name: v.string() })), []),
})
export type Manifest = v.InferOutput<typeof Manifest>
