// What is looked for on each page beside axe-core's rules. Put into each new document before anything else runs;
// each function answers with sentences, one a problem, or with a figure.
window.looks = (() => {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const all = (css) => [...document.querySelectorAll(css)].filter(shown);
  const words = (element) => (element.innerText || element.value || element.name || element.id || '').trim().slice(0, 30);
  const told = (element) => `<${element.localName}${element.className ? ` class="${element.className}"` : ''}> ${words(element)}`;
  const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
  // Read by ear only, or shown only while it has the focus: not aimed at with a finger.
  const away = (element) => element.closest('.away') !== null;
  // A link in a line of text is as high as the line (WCAG 2.5.8, exception "inline").
  const inLine = (element) => getComputedStyle(element).display === 'inline';

  // The reader's whole page is as wide as the window.
  function sideways() {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = all('body *').filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1
      && !element.parentElement.closest('.scroll'));
    return [`the page is ${page.scrollWidth} px wide in ${page.clientWidth}: ${wide.slice(0, 3).map(told).join(' | ')}`];
  }

  // With the letters twice as big, still.
  function sidewaysEnlarged() {
    const page = document.documentElement;
    page.style.fontSize = '200%';
    const problems = sideways().map((problem) => `text at 200 %: ${problem}`);
    page.style.removeProperty('font-size');
    if (!page.getAttribute('style')) page.removeAttribute('style');
    return problems;
  }

  // 24 px for whatever is aimed at, 44 px where a list is made of links and for buttons and fields.
  const ROOMY = '.menu a, .chips a, .pages a, .catalogue a, .parts a, .tools a, .tiles a, .tree a, .modes a, .top .tool, '
    + '.button, select, textarea, input:not([type="hidden"], [type="checkbox"], [type="radio"]), .choice, summary';
  function targets() {
    const problems = [];
    const least = (element, pixels) => {
      const { width, height } = element.getBoundingClientRect();
      const low = Math.min(width, height) < pixels - 0.5 && height < pixels - 0.5;
      if (low) problems.push(`${width.toFixed(0)} × ${height.toFixed(0)} px, not ${pixels}: ${told(element)}`);
    };
    for (const element of all(CONTROLS)) {
      if (away(element) || inLine(element) || element.closest('.choice')) continue;
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) < 23.5) problems.push(`${width.toFixed(0)} × ${height.toFixed(0)} px, not 24: ${told(element)}`);
    }
    for (const element of all(ROOMY)) if (!away(element)) least(element, 44);
    return problems;
  }

  // One h1, and no level skipped.
  function headings() {
    const levels = all('h1, h2, h3, h4, h5, h6').map((heading) => [Number(heading.localName[1]), heading]);
    const problems = [];
    if (levels.filter(([level]) => level === 1).length !== 1) problems.push('not exactly one h1');
    levels.forEach(([level, heading], at) => {
      if (level > (at === 0 ? 0 : levels[at - 1][0]) + 1) problems.push(`a level is skipped at ${told(heading)}`);
    });
    return problems;
  }

  // Each link of the summary of errors leads to a field that takes the focus and says that it is wrong.
  function summary() {
    const problems = [];
    const before = document.activeElement;
    for (const link of document.querySelectorAll('[role="alert"] a[href^="#"]')) {
      const field = document.getElementById(link.hash.slice(1));
      if (!field) { problems.push(`leads nowhere: ${link.getAttribute('href')}`); continue; }
      field.focus();
      if (document.activeElement !== field) problems.push(`takes no focus: ${link.getAttribute('href')}`);
      const faulty = field.getAttribute('aria-invalid') === 'true' || field.matches('fieldset');
      if (!faulty || !field.getAttribute('aria-describedby')) problems.push(`does not say what is wrong: ${link.getAttribute('href')}`);
    }
    if (before && before !== document.body) before.focus({ preventScroll: true });
    return problems;
  }

  function document_() {
    const problems = [];
    if (document.documentElement.lang !== 'zh-CN') problems.push('the language is not said');
    if (!document.title.trim()) problems.push('no title');
    for (const image of document.querySelectorAll('img:not([alt]), svg:not([role="img"], [aria-hidden="true"])')) problems.push(`no words for ${told(image)}`);
    for (const element of document.querySelectorAll('[title]:not(iframe, svg *)')) problems.push(`a name only in title: ${told(element)}`);
    for (const element of document.querySelectorAll('script, iframe, object, embed, [style], [onclick]')) problems.push(`what a page is not made of: ${told(element)}`);
    const entries = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')];
    for (const { name } of location.protocol === 'file:' ? [] : entries) if (new URL(name).origin !== location.origin) problems.push(`asked elsewhere: ${name}`);
    const loaded = performance.getEntriesByType('resource').length;
    if (loaded > 5) problems.push(`${loaded + 1} requests for one page`);
    return problems;
  }

  // A figure in a table stands on one line.
  function figures() {
    const problems = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim();
      const cell = node.parentElement.closest('td, th');
      if (!cell || text.length > 24 || !/^[-+−±(（]?\d[\d,.]*([ /×%‰–-]*\d[\d,.]*)?[ %‰)）]*$/.test(text) || !shown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (tops.size > 1) problems.push(`a figure is broken: ${text}`);
    }
    return problems;
  }

  // The smallest letters that are shown, in pixels as they are rendered.
  function smallest() {
    let least = { size: Infinity, text: '' };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || away(parent) || !shown(parent)) continue;
      let size = parseFloat(getComputedStyle(parent).fontSize);
      const drawing = parent.closest('svg');
      if (drawing) { const matrix = parent.getScreenCTM(); size *= Math.hypot(matrix.c, matrix.d); }
      if (size < least.size) least = { size, text: node.data.trim().slice(0, 20) };
    }
    return least;
  }

  const colour = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  function ground(element) {
    for (let at = element; at; at = at.parentElement) {
      const back = colour(getComputedStyle(at).backgroundColor);
      if (back.length === 3 || back[3] > 0) return back;
    }
    return [255, 255, 255];
  }

  // Whatever takes the focus shows that it has it, and can be read then too (axe sees the page only without it).
  function focus() {
    const problems = [];
    const before = document.activeElement;
    for (const element of document.querySelectorAll(`${CONTROLS}, [tabindex="0"]`)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
      element.focus({ focusVisible: true, preventScroll: true });
      if (document.activeElement !== element) { problems.push(`takes no focus: ${told(element)}`); continue; }
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const seen = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      if (!seen) problems.push(`the focus is not seen: ${told(element)}`);
      for (const part of [element, ...element.querySelectorAll('*')]) {
        if (![...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) || !shown(part) || away(part)) continue;
        const ratio = contrast(colour(getComputedStyle(part).color), ground(part));
        if (ratio < 4.5) problems.push(`contrast ${ratio.toFixed(2)} with the focus on ${told(element)}: ${words(part)}`);
      }
    }
    document.activeElement.blur();
    if (before && before !== document.body) before.focus({ preventScroll: true });
    return problems;
  }

  const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  async function barriers() {
    const told = await axe.run(document, { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations', 'incomplete'], preload: false, iframes: false });
    const short = ({ id, nodes }) => [id, nodes.map((node) => `${node.target.join(' ')} ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ''}`)];
    return { violations: told.violations.map(short), incomplete: told.incomplete.map(short), passes: told.passes.length };
  }

  // What is looked for at each width in each mode; what does not change with them only once.
  async function everything(elder, once, focused, enlarged) {
    if (elder) document.documentElement.dataset.mode = 'elder';
    const { violations, incomplete, passes } = await barriers();
    const own = [...sideways(), ...targets(), ...figures()];
    if (once) own.push(...headings(), ...summary(), ...document_());
    if (focused) own.push(...focus());
    if (enlarged) own.push(...sidewaysEnlarged());
    delete document.documentElement.dataset.mode;
    return { violations, incomplete, passes, own };
  }

  return { everything, sideways, sidewaysEnlarged, targets, headings, summary, document_, figures, smallest, focus, barriers };
})();
