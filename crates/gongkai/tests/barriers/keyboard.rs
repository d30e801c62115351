//! The way through the desk without a mouse: every press moves the focus onward, and it is seen where it is.

use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::Browser;
use crate::cli::Desk;
use crate::served::{PASSWORD, Served};

/// More presses than any page has places.
const MOST: usize = 400;

const REQUESTS: &str = "来源编号,申请人类别,提交方式,到达日期,收到申请之日,申请内容,办理结果,答复日期\n\
    键盘-1,自然人,当面提交,2020-05-06,2020-05-06,（演示）某村道路硬化工程的验收材料,予以公开，提供信息,2020-05-20\n";

/// Somebody with a keyboard and nothing else.
struct Hands {
    browser: Browser,
}

impl Hands {
    /// Presses Tab until the focus is on an element that fits, and fails where it is not seen on the way.
    async fn tab_to(&self, css: &str) {
        for _ in 0..MOST {
            self.browser.press(Key::Tab).await;
            self.assert_seen().await;
            if self.is_at(css).await {
                return;
            }
        }
        panic!("no press of Tab leads to {css} on {}", self.browser.path().await);
    }

    async fn is_at(&self, css: &str) -> bool {
        self.browser.script(&format!("return document.activeElement.matches({})", Value::from(css))).await
            == true
    }

    /// The focus has an outline of at least two pixels and stands in the window.
    async fn assert_seen(&self) {
        let looked = "const at = document.activeElement; if (at === document.body) return ''; \
            const {outlineStyle, outlineWidth} = getComputedStyle(at); const {top, bottom} = at.getBoundingClientRect(); \
            const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight; \
            return seen ? '' : `outline ${outlineWidth} ${outlineStyle}, ${top} to ${bottom} of ${innerHeight}, \
            active ${document.hasFocus()}: ${at.outerHTML.slice(0, 200)}`";
        let unseen = self.browser.script(looked).await;
        assert_eq!(unseen, "", "the focus is not seen on {}", self.browser.path().await);
    }

    /// Presses Enter and waits for the page that it leads to.
    async fn enter(&self) {
        self.browser.script("window.leaving = true").await;
        self.browser.press(Key::Enter).await;
        let arrived = "return !window.leaving && document.readyState === 'complete'";
        self.browser
            .until("the page behind Enter", async || {
                self.browser.client().execute(arrived, vec![]).await.is_ok_and(|answer| answer == true)
            })
            .await;
    }

    async fn go(&self, css: &str) {
        self.tab_to(css).await;
        self.enter().await;
    }

    async fn write(&self, css: &str, words: &str) {
        self.tab_to(css).await;
        self.browser.type_keys(words).await;
    }

    /// Opens the sign-in page, passes over the head of the page by the skip link, and signs in.
    async fn sign_in(&self, county: &Served) {
        self.browser.goto(&county.at("/desk/sign-in")).await;
        self.browser.press(Key::Tab).await;
        assert!(self.is_at("a[href='#main']").await, "the first press leads to the skip link");
        self.assert_seen().await;
        self.browser.press(Key::Enter).await;
        self.browser.until("the focus in the text", async || self.is_at("main").await).await;
        self.write("[name='login']", "jingban").await;
        self.write("[name='password']", PASSWORD).await;
        self.enter().await;
        self.browser.wait_for_text("今天").await;
    }
}

#[tokio::test]
async fn the_desk_is_worked_at_with_the_keyboard_alone() {
    let desk = Desk::empty();
    desk.put("requests.csv", REQUESTS);
    let county = Served::demonstration(&desk);
    let hands = Hands { browser: Browser::open().await };
    hands.sign_in(&county).await;

    hands.go(".menu a[href='/desk/registers']").await;
    hands.go("main a[href='/desk/imports/new']").await;
    hands.tab_to("[name='register']").await;
    let chosen = "return document.activeElement.selectedOptions[0].label";
    for _ in 0..20 {
        if hands.browser.script(chosen).await == "依申请公开" {
            break;
        }
        hands.browser.press(Key::Down).await;
    }
    assert_eq!(hands.browser.script(chosen).await, "依申请公开");
    hands.write("[name='year']", "2020").await;
    // The dialog that chooses a file is the system's own; it only hands over the file.
    hands.tab_to("[type='file']").await;
    hands.browser.upload("file", &desk.path("requests.csv")).await;
    hands.go("main form button").await;
    hands.browser.wait_for_text("新增 1 条").await;

    hands.go(".menu a[href='/desk/reports']").await;
    hands.go("main a[href='/desk/reports/2020']").await;
    hands.go("main a[href='/desk/reports/2020/parts/one']").await;
    hands.write("textarea", "另有示例件132件。").await;
    hands.go("main button:not([name])").await;
    hands.go("a[href='/desk/reports/2020']").await;
    let finding = "main a[href*='/parts/one#']";
    hands.tab_to(finding).await;
    let field = hands.browser.script("return document.activeElement.hash.slice(1)").await;
    hands.enter().await;
    let there = format!(
        "const at = document.getElementById({field}); const box = at.getBoundingClientRect(); \
         return box.top < innerHeight && box.bottom > 0"
    );
    hands
        .browser
        .until("the place of the finding", async || hands.browser.script(&there).await == true)
        .await;
    hands.browser.press(Key::Tab).await;
    hands.assert_seen().await;
    let beside = format!(
        "const at = document.getElementById({field}), now = document.activeElement; \
         return at.contains(now) || at === now || (at.compareDocumentPosition(now) & 4) > 0"
    );
    assert_eq!(hands.browser.script(&beside).await, true, "the focus goes on from the place of the finding");
}

#[tokio::test]
async fn a_mistake_is_found_and_mended_with_the_keyboard_alone() {
    let desk = Desk::empty();
    let county = Served::demonstration(&desk);
    let hands = Hands { browser: Browser::open().await };
    hands.sign_in(&county).await;
    hands.browser.goto(&county.at("/desk/registers/publication/new")).await;
    hands.go("main form[method='post'] button").await;
    assert!(hands.is_at("[role='alert']").await, "the summary of the mistakes has the focus");
    hands.assert_seen().await;
    hands.tab_to("[role='alert'] a").await;
    let field = hands.browser.script("return document.activeElement.hash").await;
    hands.browser.press(Key::Enter).await;
    hands.browser.until("the field", async || hands.is_at(field.as_str().unwrap()).await).await;
    assert!(hands.is_at("[aria-invalid='true'], fieldset").await, "{field} says that it is wrong");
}

#[tokio::test]
async fn tab_goes_down_each_page_and_out_of_it() {
    let desk = Desk::empty();
    let county = Served::demonstration(&desk);
    let hands = Hands { browser: Browser::open().await };
    hands.sign_in(&county).await;
    for path in ["/shilizhen/", "/shilizhen/annual/2024", "/desk/", "/desk/registers/publication/new"] {
        hands.browser.goto(&county.at(path)).await;
        hands.browser.script("window.last = document.body; window.seen = 0").await;
        let onward = "const at = document.activeElement; if (at === document.body) return 'out'; \
            const down = (window.last.compareDocumentPosition(at) & 4) > 0; \
            window.last = at; window.seen += 1; return down ? 'down' : at.outerHTML";
        let mut places = 0;
        loop {
            hands.browser.press(Key::Tab).await;
            let step = hands.browser.script(onward).await;
            if step == "out" || places == MOST {
                break;
            }
            assert_eq!(step, "down", "{path}");
            hands.assert_seen().await;
            places += 1;
        }
        let count = "return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, \
            summary, [tabindex=\"0\"]')].filter((place) => place.checkVisibility({visibilityProperty: true})).length";
        let all = hands.browser.script(count).await;
        println!("{places} presses of Tab down {path}, {all} places");
        assert!(places > 5 && places < MOST, "{path}: {places} places");
        assert_eq!(all, places, "{path}: each place is reached once");
    }
}
