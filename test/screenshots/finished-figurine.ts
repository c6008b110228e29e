import sharp from 'sharp'

/** A stand-in for her own finished piece, drawn by code: the customer of the photo as a clay figurine. */
const FIGURINE = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1160" viewBox="0 0 900 1160">
  <defs>
    <radialGradient id="paper" cx=".5" cy=".42" r=".8"><stop stop-color="#fffaf1"/><stop offset="1" stop-color="#efe4d2"/></radialGradient>
    <radialGradient id="skin" cx=".42" cy=".36"><stop stop-color="#ffe3c9"/><stop offset=".7" stop-color="#f3bf98"/><stop offset="1" stop-color="#dd9d76"/></radialGradient>
    <radialGradient id="curl" cx=".38" cy=".3"><stop stop-color="#8a5c40"/><stop offset=".75" stop-color="#5d3a28"/><stop offset="1" stop-color="#4a2d20"/></radialGradient>
    <linearGradient id="cape" x2=".25" y2="1"><stop stop-color="#dd5a4e"/><stop offset="1" stop-color="#a8322f"/></linearGradient>
    <linearGradient id="suit" x2=".3" y2="1"><stop stop-color="#5aa79f"/><stop offset="1" stop-color="#2f7673"/></linearGradient>
    <linearGradient id="boot" x2=".3" y2="1"><stop stop-color="#b5674a"/><stop offset="1" stop-color="#7d4330"/></linearGradient>
    <linearGradient id="grass" x2="0" y2="1"><stop stop-color="#a9c77c"/><stop offset="1" stop-color="#7fa457"/></linearGradient>
  </defs>
  <rect width="900" height="1160" fill="url(#paper)"/>
  <ellipse cx="450" cy="1066" rx="306" ry="46" fill="#cdbb9f" opacity=".55"/>
  <path d="M170 990v32c0 40 125 72 280 72s280-32 280-72v-32z" fill="#8a5d3f"/>
  <ellipse cx="450" cy="990" rx="280" ry="72" fill="url(#grass)"/>
  <g stroke="#668b43" stroke-width="7" stroke-linecap="round" fill="none"><path d="M236 996q-3-22-15-33M248 996q3-20 14-30M640 1012q-3-22-14-32M652 1012q3-20 13-29M330 1038q-2-16-10-24M565 1042q2-16 11-24"/></g>
  <g fill="#fff6e6"><circle cx="290" cy="976" r="11"/><circle cx="612" cy="968" r="11"/><circle cx="690" cy="990" r="9"/></g>
  <path d="M318 640C250 760 214 860 196 958c44 22 86 4 122 10 44 8 88 30 132 10s92-2 134-10c36-8 78 12 120-10-18-98-54-198-122-318z" fill="url(#cape)"/>
  <path d="M352 700c-30 90-46 170-50 262M548 700c30 90 46 170 50 262" fill="none" stroke="#8e2826" stroke-width="8" opacity=".45" stroke-linecap="round"/>
  <path d="M372 830h70l4 150h-82zM458 830h70l8 150h-82z" fill="url(#suit)"/>
  <path d="M352 950q46-22 98 0l2 56q-52 18-112 2-6-34 12-58zM450 950q50-22 98 0 18 24 12 58-60 16-112-2z" fill="url(#boot)"/>
  <path d="M346 650q104-44 208 0l10 196q-114 42-228 0z" fill="url(#suit)"/>
  <path d="M346 806q104 34 208 0l2 36q-106 36-212 0z" fill="#e7bd5c"/><circle cx="450" cy="836" r="22" fill="#f6dc92"/>
  <path d="M404 690h92l-8 58-38 36-38-36z" fill="#f3cf74"/><path d="m450 698 8 18 20 2-15 13 5 20-18-10-18 10 5-20-15-13 20-2z" fill="#cf4b40"/>
  <path d="M350 662c-54 22-84 70-88 128 0 22 34 28 44 8 14-34 34-58 62-76zM550 662c54 22 84 70 88 128 0 22-34 28-44 8-14-34-34-58-62-76z" fill="url(#suit)"/>
  <circle cx="284" cy="806" r="27" fill="url(#skin)"/><circle cx="616" cy="806" r="27" fill="url(#skin)"/>
  <path d="M352 648q98 56 196 0l14 26q-112 66-224 0z" fill="#c2423c"/>
  <g fill="url(#curl)">
    <circle cx="450" cy="180" r="112"/><circle cx="330" cy="214" r="108"/><circle cx="570" cy="214" r="108"/>
    <circle cx="246" cy="310" r="98"/><circle cx="654" cy="310" r="98"/><circle cx="214" cy="424" r="92"/><circle cx="686" cy="424" r="92"/>
    <circle cx="232" cy="532" r="84"/><circle cx="668" cy="532" r="84"/><circle cx="290" cy="606" r="70"/><circle cx="610" cy="606" r="70"/>
  </g>
  <ellipse cx="450" cy="450" rx="212" ry="206" fill="url(#skin)"/>
  <g fill="url(#curl)"><circle cx="330" cy="296" r="70"/><circle cx="430" cy="262" r="74"/><circle cx="536" cy="278" r="72"/><circle cx="604" cy="340" r="52"/><circle cx="276" cy="360" r="50"/></g>
  <g fill="#f09c86" opacity=".5"><ellipse cx="312" cy="530" rx="42" ry="26"/><ellipse cx="588" cy="530" rx="42" ry="26"/></g>
  <g fill="#fff"><ellipse cx="362" cy="458" rx="44" ry="52"/><ellipse cx="538" cy="458" rx="44" ry="52"/></g>
  <g fill="#4b7d86"><circle cx="366" cy="464" r="33"/><circle cx="534" cy="464" r="33"/></g>
  <g fill="#22282b"><circle cx="366" cy="466" r="20"/><circle cx="534" cy="466" r="20"/></g>
  <g fill="#fff"><circle cx="354" cy="450" r="11"/><circle cx="522" cy="450" r="11"/></g>
  <g fill="none" stroke="#3a2a25" stroke-width="11"><circle cx="362" cy="462" r="74"/><circle cx="538" cy="462" r="74"/><path d="M436 452q14-12 28 0"/></g>
  <g fill="none" stroke-linecap="round"><path d="M318 370q40-24 82-8M500 362q42-16 82 8" stroke="#5d3a28" stroke-width="12"/><path d="M442 524q10 8 20 0" stroke="#cf8d68" stroke-width="8"/><path d="M404 578q46 40 92 0" stroke="#a9473f" stroke-width="11"/></g>
  <g fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" opacity=".35"><path d="M236 268q14-34 44-48M394 122q34-22 76-16M628 262q30 4 50 28"/></g>
</svg>`

export const finishedFigurine = (): Promise<Uint8Array> =>
  sharp(Buffer.from(FIGURINE)).png().toBuffer()
