import sharp from 'sharp'

/** A stand-in for a customer's photo: nobody's face, drawn by code. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 900 1200">
  <defs>
    <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#d9dee2"/><stop offset="1" stop-color="#aab4bb"/></linearGradient>
    <radialGradient id="skin" cx=".45" cy=".4"><stop stop-color="#f2c9a8"/><stop offset="1" stop-color="#dca37c"/></radialGradient>
  </defs>
  <rect width="900" height="1200" fill="url(#wall)"/>
  <ellipse cx="450" cy="490" rx="262" ry="290" fill="#4d3226"/>
  <g fill="#5d3d2e">
    <circle cx="240" cy="420" r="90"/><circle cx="225" cy="570" r="95"/><circle cx="275" cy="700" r="85"/>
    <circle cx="660" cy="420" r="90"/><circle cx="675" cy="570" r="95"/><circle cx="625" cy="700" r="85"/>
    <circle cx="330" cy="290" r="95"/><circle cx="450" cy="250" r="100"/><circle cx="570" cy="290" r="95"/>
  </g>
  <path d="M390 640h120v200H390z" fill="#d79c76"/>
  <path d="M150 1200c0-260 130-390 300-390s300 130 300 390z" fill="#b5383c"/>
  <ellipse cx="450" cy="540" rx="176" ry="220" fill="url(#skin)"/>
  <path d="M285 470c40-110 120-150 165-150s130 40 165 150c-60-40-110-70-165-70s-110 30-165 70z" fill="#5d3d2e"/>
  <g fill="#3c2a22"><circle cx="375" cy="545" r="15"/><circle cx="525" cy="545" r="15"/></g>
  <g fill="none" stroke="#2f2f33" stroke-width="11"><circle cx="375" cy="545" r="60"/><circle cx="525" cy="545" r="60"/><path d="M435 538q15-12 30 0M315 538l-30-12M585 538l30-12"/></g>
  <path d="M385 650q65 55 130 0" fill="none" stroke="#9c4b42" stroke-width="13" stroke-linecap="round"/>
</svg>`

export const customerPhoto = (): Promise<Uint8Array> => sharp(Buffer.from(PHOTO)).png().toBuffer()
