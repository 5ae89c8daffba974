"use strict";
/* Search over all headlines and sentences, and the choice of two revisions. Without it, all pages are still there. */
(() => {
  const MOST = 50, SNIPPETS = 3;
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'");

  const make = (name, content, properties) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...content);
    return node;
  };

  /* The words with every place that folds to one of the terms marked. One code point at a time keeps places in step. */
  const marked = (words, terms) => {
    let folded = "";
    const places = [];
    let at = 0;
    for (const character of words) {
      const plain = fold(character);
      for (let k = 0; k < plain.length; k += 1) places.push([at, at + character.length]);
      folded += plain;
      at += character.length;
    }
    const hits = [];
    for (const term of terms) {
      for (let k = folded.indexOf(term); k >= 0; k = folded.indexOf(term, k + term.length)) {
        hits.push([places[k][0], places[k + term.length - 1][1]]);
      }
    }
    hits.sort((one, other) => one[0] - other[0]);
    const parts = [];
    let end = 0;
    for (const [start, stop] of hits) {
      if (start < end) continue;
      parts.push(words.slice(end, start), make("mark", [words.slice(start, stop)]));
      end = stop;
    }
    return [...parts, words.slice(end)];
  };

  const search = (form) => {
    const field = form.querySelector("input");
    const status = document.getElementById("status");
    const results = document.getElementById("results");
    const waiting = new Set();
    const articles = [];
    let loaded = false;

    window.archivistShard = (address, entries) => {
      for (const [folder, headline, id, pages, sentences] of entries) {
        articles.push({
          folder, headline, pages,
          title: fold(`${headline} ${id}`),
          sentences: sentences.map(([words, last, start]) => ({ words, last, start, plain: fold(words) })),
        });
      }
      waiting.delete(address);
      show();
    };

    const load = () => {
      if (loaded) return;
      loaded = true;
      for (const address of form.dataset.shards.split(" ").filter(Boolean)) {
        waiting.add(address);
        document.head.append(make("script", [], {
          src: address,
          onerror: () => { waiting.delete(address); form.dataset.missing = "yes"; show(); },
        }));
      }
    };

    /* Every term stands in the headline, or all of them together in one sentence at least. */
    const found = (terms) => articles.flatMap((article) => {
      const inTitle = terms.every((term) => article.title.includes(term));
      const sentences = article.sentences.filter((one) => terms.every((term) => one.plain.includes(term)));
      return inTitle || sentences.length ? [{ article, sentences, score: (inTitle ? 1000 : 0) + sentences.length }] : [];
    }).sort((one, other) => other.score - one.score || (one.article.folder < other.article.folder ? -1 : 1));

    const snippet = ({ folder, pages }, { words, last, start }, terms) => {
      const gone = last < pages.length - 1;
      const link = make("a", marked(words, terms), { href: `${folder}/${pages[last]}#c${start}` });
      return make("li", gone ? [make("span", ["no longer there"], { className: "gone" }), link] : [link]);
    };

    const result = ({ article, sentences }, terms) => {
      const link = make("a", marked(article.headline, terms), { href: `${article.folder}/index.html` });
      const parts = [make("p", [link], { className: "hit" })];
      if (sentences.length) {
        parts.push(make("ul", sentences.slice(0, SNIPPETS).map((one) => snippet(article, one, terms))));
      }
      if (sentences.length > SNIPPETS) {
        parts.push(make("p", [`and ${sentences.length - SNIPPETS} more sentences`], { className: "faint sans small" }));
      }
      return make("li", parts);
    };

    /* Nothing is shown before the whole index is there: whoever has moved on to a result is not thrown off it. */
    const show = () => {
      const terms = fold(field.value).split(/\s+/u).filter(Boolean);
      results.hidden = !terms.length;
      if (!terms.length) {
        results.replaceChildren();
        status.textContent = "";
        return;
      }
      if (waiting.size) {
        status.textContent = "Reading the index …";
        return;
      }
      const hits = found(terms);
      results.replaceChildren(...hits.slice(0, MOST).map((hit) => result(hit, terms)));
      const count = hits.length === 1 ? "1 article" : `${hits.length} articles`;
      const first = hits.length > MOST ? `, the first ${MOST} are shown` : "";
      const rest = form.dataset.missing ? ", a part of the index is missing" : "";
      status.textContent = `${count} found${first}${rest}.`;
    };

    let timer = 0;
    field.addEventListener("focus", load);
    field.addEventListener("input", () => {
      load();
      clearTimeout(timer);
      timer = setTimeout(show, 120);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      load();
      show();
    });
    form.hidden = false;
  };

  const choose = (form) => {
    const pages = new Map(form.dataset.pages.split(" ").map((pair) => pair.split("=")));
    const output = form.querySelector("output");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = ["old", "new"].map((name) => form.elements[name].value);
      const page = pages.get(chosen.join("-"));
      if (page) {
        location.assign(page);
      } else if (chosen[0] === chosen[1]) {
        output.replaceChildren("These are the same revision.");
      } else {
        const [old, now] = chosen.map((digest) => `${form.dataset.article}@${digest}`);
        const command = make("code", [`archivist report ${old} ${now} -o changes.html`]);
        output.replaceChildren("This pair has no page here. Make one from the archive: ", command);
      }
    });
    form.hidden = false;
  };

  const form = document.getElementById("search");
  if (form) search(form);
  const choice = document.getElementById("choice");
  if (choice) choose(choice);
})();
