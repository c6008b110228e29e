/** Where a rule is written down: a line of `@figma/plugin-typings/plugin-api.d.ts`, or a page of the documentation. */
export type RuleSource =
  | { readonly line: number; readonly says: string }
  | { readonly page: string; readonly says: string }

const line = (number: number, says: string): RuleSource => ({ line: number, says })
const page = (name: string, says: string): RuleSource => ({
  page: `https://developers.figma.com/docs/plugins/${name}`,
  says,
})

/** Every rule that the host enforces. Each has a plugin snippet that fails with it on, and passes with it off. */
export const rules = {
  'dynamic-page-get-node': line(
    423,
    'This function will throw an exception if the plugin manifest contains `"documentAccess": "dynamic-page"`',
  ),
  'dynamic-page-set-current-page': line(464, 'this property is read-only'),
  'dynamic-page-main-component': line(11260, 'this property is **write-only**'),
  'page-loaded': line(
    7034,
    'you must first call {@link PageNode.loadAsync} to access this property',
  ),
  'all-pages-loaded': line(564, 'you must first call {@link PluginAPI.loadAllPagesAsync}'),
  'after-close': line(173, 'Calling `figma.closePlugin()` disables callbacks and Figma APIs'),
  'timers-after-close': line(167, 'any `setTimeout` or `setInterval` timers will be cancelled'),
  'current-user-permission': line(
    125,
    '`currentuser` must be specified in the permissions array in `manifest.json`',
  ),
  'file-key-private': line(76, 'have access to this'),
  'notify-length': line(229, 'It is limited to 100 characters'),
  'version-title': line(301, 'This must be a non-empty string'),
  'ui-shown': line(2838, 'you can no longer send messages to and from it'),
  'ui-size': line(2823, 'The minimum size is 70x0'),
  'image-type': page('api/properties/figma-createimage', 'Image type is unsupported'),
  'image-too-small': page('api/properties/figma-createimage', 'Image is too small'),
  'image-too-large': page('api/properties/figma-createimage', 'Image is too large'),
  'font-loaded': line(1664, 'is **necessary** to modify any property of a text node'),
  'font-known': line(1672, 'This function only works to load fonts'),
  'frozen-values': page('editing-properties', 'error: object is not extensible'),
  'read-only': line(6374, 'readonly id: string'),
  'clone-parent': line(10822, 'the duplicate will be parented under `figma.currentPage`'),
  'removed-node': line(6396, "check that the nodes haven't been removed"),
  'selection-on-page': line(10648, 'Each page stores its own selection separately'),
  'selection-direct': line(10670, 'Only **directly selected nodes** are present'),
  'resize-minimum': line(7504, 'Must be >= 0.01'),
  'rescale-minimum': line(7538, 'The scale factor must be >= 0.01'),
  'unit-axes': line(7344, 'The transform always has unit axes'),
  'insert-index': line(7070, 'throws an error since the group originally only has 3 children'),
  'group-not-empty': line(1861, 'This list must be non-empty'),
  'page-parent': line(1126, 'except for the document node and other page nodes'),
  'own-descendant': line(7055, 'Reparenting nodes is subject to many restrictions'),
  'instance-children': line(1861, 'such as children of instances'),
  'auto-layout-position': line(
    7302,
    'Setting this property for these auto-layout children will no-op',
  ),
  'plugin-data-size': line(6530, 'cannot exceed 100 kB'),
  'shared-namespace': line(6558, 'must be at least 3 alphanumeric characters'),
  'relaunch-command': line(6443, 'This command must be present in the'),
  'relaunch-description': line(6444, 'will throw if description exceeds 1000 characters'),
  'client-storage-quota': page(
    'api/figma-clientStorage',
    'Each plugin gets a total of 5MB of storage',
  ),
  'opacity-range': line(4758, 'Must be a value between 0 and 1'),
  'radius-range': line(9002, 'This value must be non-negative'),
} as const satisfies Record<string, RuleSource>

export type RuleId = keyof typeof rules
