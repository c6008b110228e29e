/** The proxy's origin, such as `http://localhost:8787`: fixed when the plugin is built, because the manifest lists it. */
declare const __PROXY_ORIGIN__: string

declare module '*.css'
