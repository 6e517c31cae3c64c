"use strict";
// Asks the server about the text: after a pause, one question at a time, and never hands over the answer to an old text.
(() => {
  const pause = 150; // milliseconds from the last key to the question; more where answers take longer
  const longestPause = 1500;
  const patience = 30_000; // milliseconds until an answer counts as missing
  const waits = [1, 2, 4, 8, 15]; // seconds between tries while the server is gone; the last one again and again

  class Questions {
    /// answered(answer, question); troubled(trouble) with null when it is over; working() when an answer takes long.
    constructor(address, { answered, troubled, working }) {
      Object.assign(this, { address, answered, troubled, working });
      this.number = 0;
      this.token = null;
      this.failures = 0;
      this.pace = pause;
    }

    /// question: {text, format}. A new one takes the place of the one before, wherever that one is.
    ask(question, delay = this.pace) {
      this.question = question;
      this.number += 1;
      this.request?.abort();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), delay);
    }

    /// Nothing to ask any more, as when the text is empty.
    drop() {
      this.number += 1;
      this.request?.abort();
      clearTimeout(this.timer);
      this.question = null;
    }

    again() {
      if (this.question) this.ask(this.question, 0);
    }

    /// What stands at another address of the server, or null.
    async get(address) {
      try {
        const response = await fetch(address, { headers: this.headers(), redirect: "error" });
        return response.ok ? await response.json() : null;
      } catch {
        return null;
      }
    }

    headers() {
      return this.token ? { Authorization: `Bearer ${this.token}` } : {};
    }

    async send() {
      const { question, number } = this;
      const request = new AbortController();
      this.request = request;
      let isLate = false;
      const limit = setTimeout(() => {
        isLate = true;
        request.abort();
      }, patience);
      const slow = setTimeout(() => this.working(), 400);
      const start = performance.now();
      try {
        const response = await fetch(this.address, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...this.headers() },
          body: JSON.stringify({ text: question.text, format: question.format }),
          signal: request.signal,
          cache: "no-store",
          redirect: "error",
        });
        const body = await response.text();
        if (number !== this.number) return;
        if (!response.ok) {
          this.refused(response, body);
          return;
        }
        const answer = JSON.parse(body);
        this.failures = 0;
        this.pace = Math.min(Math.max(performance.now() - start, pause), longestPause);
        this.troubled(null);
        this.answered(answer, question);
      } catch (error) {
        if (number !== this.number) return;
        if (isLate) this.fail("The server has not answered for 30 seconds.", { isRetried: true });
        else if (error instanceof TypeError) this.fail("The server does not answer.", { isRetried: true });
        else this.fail(`The server's answer cannot be read (${error.message}).`, {});
      } finally {
        clearTimeout(limit);
        clearTimeout(slow);
      }
    }

    refused(response, body) {
      let error = {};
      try {
        error = JSON.parse(body).error ?? {};
      } catch {
        // The answer is no JSON: a proxy's, perhaps. Its status says enough.
      }
      const said = error.what ? `The server says: ${error.what}.` : "";
      const advice = error.nextStep ?? "";
      const after = Number(response.headers.get("Retry-After"));
      switch (response.status) {
        case 401: {
          const wasWrong = this.token !== null;
          this.token = null;
          this.fail(wasWrong ? "The server does not know this token." : "The server asks for a token.", { needsToken: true });
          break;
        }
        case 413: this.fail(said || "The text is too large for this server.", { advice: "Shorten the text, or check it in parts." }); break;
        case 429:
        case 503: this.fail(said || "The server is busy.", { isRetried: true, after }); break;
        default:
          this.fail(said || `The server answered with status ${response.status}.`, { isRetried: response.status >= 500, after, advice });
      }
    }

    fail(message, { isRetried = false, needsToken = false, after = 0, advice = "" }) {
      const seconds = after > 0 ? Math.min(after, 60) : waits[Math.min(this.failures, waits.length - 1)];
      this.failures += 1;
      if (isRetried) this.timer = setTimeout(() => this.send(), seconds * 1000);
      this.troubled({ message, advice, needsToken, isRetried });
    }
  }

  stetPage.Questions = Questions;
})();
