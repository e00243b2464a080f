import { Script } from "node:vm";
import { Refusal } from "./refusal.mjs";

/** One name in the spellings that files, code and tables use. */
function namesOf(kebab) {
  const words = kebab.split("-");
  const pascal = words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  return { kebab, pascal, camel: pascal[0].toLowerCase() + pascal.slice(1), snake: words.join("_"), words };
}

export function requireKebab(name, what) {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name)) {
    throw new Refusal(`${what} is written in small letters with hyphens, such as gift-cards: ${name}`);
  }
  return requireFree(namesOf(name));
}

export function requireCamel(name, what) {
  if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(name)) {
    throw new Refusal(`${what} is a verb and a noun in camelCase, such as getBudget: ${name}`);
  }
  return namesOf(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}

export function requireSnake(name, what) {
  if (!/^[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*$/.test(name)) {
    throw new Refusal(`${what} is written in small letters with underscores, such as postal_code: ${name}`);
  }
  return requireFree(namesOf(name.replaceAll("_", "-")));
}

/** Words of the language itself cannot name a variable. */
function requireFree(names) {
  try {
    new Script(`"use strict"; const ${names.camel} = 1;`);
  } catch {
    throw new Refusal(`${names.camel} is a word of JavaScript itself: choose another name.`);
  }
  return names;
}
