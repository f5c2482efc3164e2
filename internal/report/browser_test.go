package report

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-rod/rod"
	"github.com/go-rod/rod/lib/launcher"
	"github.com/go-rod/rod/lib/launcher/flags"
	"github.com/go-rod/rod/lib/proto"
)

// browser starts Chromium without a network of its own.
func browser(t *testing.T) *rod.Browser {
	t.Helper()
	bin, ok := launcher.LookPath()
	if !ok {
		t.Skip("no Chromium is installed: pages are not opened in a browser")
	}
	l := launcher.New().Bin(bin).Leakless(false).Headless(true).NoSandbox(true).UserDataDir(t.TempDir())
	for _, name := range []string{
		"disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync",
	} {
		l.Set(flags.Flag(name))
	}
	url, err := l.Launch()
	if err != nil {
		t.Skipf("Chromium does not start: %v", err)
	}
	b := rod.New().ControlURL(url)
	if err := b.Connect(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		b.Close()
		l.Kill()
		l.Cleanup()
	})
	return b
}

// open opens a page of a report at a width and collects what the browser complains about.
func open(t *testing.T, b *rod.Browser, path string, width int, scripts bool) (page *rod.Page, complaints func() []string) {
	t.Helper()
	page, err := b.Page(proto.TargetCreateTarget{URL: "about:blank"})
	if err != nil {
		t.Fatal(err)
	}
	page = page.Timeout(time.Minute)
	var mu sync.Mutex
	var found []string
	say := func(s string) {
		mu.Lock()
		defer mu.Unlock()
		found = append(found, s)
	}
	go page.EachEvent(func(e *proto.RuntimeExceptionThrown) {
		say(e.ExceptionDetails.Text)
	}, func(e *proto.LogEntryAdded) {
		if e.Entry.Level == proto.LogLogEntryLevelError || e.Entry.Level == proto.LogLogEntryLevelWarning {
			say(e.Entry.Text)
		}
	}, func(e *proto.NetworkRequestWillBeSent) {
		if !strings.HasPrefix(e.Request.URL, "file:") && !strings.HasPrefix(e.Request.URL, "data:") {
			say("asks for " + e.Request.URL)
		}
	})()
	if err := (proto.NetworkEnable{}).Call(page); err != nil {
		t.Fatal(err)
	}
	if err := (proto.LogEnable{}).Call(page); err != nil {
		t.Fatal(err)
	}
	if err := page.SetViewport(&proto.EmulationSetDeviceMetricsOverride{Width: width, Height: 900, DeviceScaleFactor: 1}); err != nil {
		t.Fatal(err)
	}
	if !scripts {
		if err := (proto.EmulationSetScriptExecutionDisabled{Value: true}).Call(page); err != nil {
			t.Fatal(err)
		}
	}
	loaded := page.WaitNavigation(proto.PageLifecycleEventNameLoad)
	if err := page.Navigate("file://" + filepath.ToSlash(path)); err != nil {
		t.Fatal(err)
	}
	loaded()
	return page, func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string(nil), found...)
	}
}

func eval(t *testing.T, p *rod.Page, js string) string {
	t.Helper()
	v, err := p.Eval("() => String(" + js + ")")
	if err != nil {
		t.Fatal(err)
	}
	return v.Value.Str()
}

func TestPagesInABrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := browser(t)
	small, big := write(t, smallAudit(t)), write(t, bigAudit(t, 2, 1500, 12, 9000))
	across := write(t, linkedAudit(t, threeTables(60)))
	rulePage, err := filepath.Glob(filepath.Join(big, "rules", "*-1.html"))
	if err != nil || len(rulePage) == 0 {
		t.Fatalf("no page of a rule: %v", err)
	}
	for _, path := range []string{filepath.Join(small, "index.html"), filepath.Join(big, "index.html"), rulePage[0], filepath.Join(across, acrossPage)} {
		for _, width := range []int{1280, 375, 320} {
			for _, scripts := range []bool{true, false} {
				if width == 320 && !scripts {
					continue
				}
				t.Run(fmt.Sprintf("%s at %d, scripts %v", filepath.Base(path), width, scripts), func(t *testing.T) {
					page, complaints := open(t, b, path, width, scripts)
					defer page.Close()
					if over := eval(t, page, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over != "0" {
						t.Errorf("the page scrolls sideways by %s: %s", over, eval(t, page, `[...document.querySelectorAll("body *")].filter(e =>
							e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll,pre,.skip")).slice(0, 3).map(e => e.outerHTML.slice(0, 120))`))
					}
					if tiny := eval(t, page, `getComputedStyle(document.body).fontSize`); tiny != "16px" && tiny != "17px" {
						t.Errorf("the style is not at work: text of %s", tiny)
					}
					if filepath.Base(path) == "index.html" {
						for _, id := range []string{"verdict", "worst", "rules", "coverage", "figures", "sources", "methods", "cite", "privacy"} {
							if eval(t, page, "!!document.getElementById('"+id+"') && document.getElementById('"+id+"').offsetHeight > 40") != "true" {
								t.Errorf("section %s is missing or empty", id)
							}
						}
					}
					if filepath.Base(path) == acrossPage {
						for _, id := range []string{"overlap", "agreement", "contested", "contradictions", "linking", "figure-overlap", "figure-time", "figure-map"} {
							if eval(t, page, "!!document.getElementById('"+id+"') && document.getElementById('"+id+"').offsetHeight > 40") != "true" {
								t.Errorf("section %s is missing or empty", id)
							}
						}
						if outside := eval(t, page, `[...document.querySelectorAll("svg text")].filter(e => {
							const a = e.getBoundingClientRect(), b = e.closest("svg").getBoundingClientRect();
							return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1;
						}).map(e => e.textContent).slice(0, 3)`); outside != "" {
							t.Errorf("labels reach out of their drawing: %s", outside)
						}
					}
					if got := complaints(); len(got) > 0 {
						t.Errorf("the browser complains: %v", got)
					}
				})
			}
		}
	}
	t.Run("sort and filter", func(t *testing.T) {
		page, _ := open(t, b, rulePage[0], 1280, true)
		defer page.Close()
		first := `document.querySelector("#findings tbody tr").cells[0].firstChild.textContent.replace(/,/g, "")`
		page.MustElement("#findings thead button").MustClick()
		if got := eval(t, page, first+" <= Math.min(...[...document.querySelectorAll('#findings tbody tr')].map(r => parseInt(r.cells[0].textContent.replace(/,/g, ''))))"); got != "true" {
			t.Error("a click on the head does not sort by rows")
		}
		page.MustElement(".filter input").MustInput("no such text")
		if got := eval(t, page, "[...document.querySelectorAll('#findings tbody tr')].filter(r => !r.hidden).length"); got != "0" {
			t.Errorf("the filter leaves %s rows", got)
		}
	})
}

// Text must have a contrast of at least 4.5 to 1 against what lies behind it, by day and by night (WCAG 2.2, 1.4.3).
func TestContrast(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	b := browser(t)
	index, across := filepath.Join(write(t, smallAudit(t)), "index.html"), filepath.Join(write(t, linkedAudit(t, threeTables(60))), acrossPage)
	for _, c := range [][2]string{{"light", index}, {"dark", index}, {"light", across}, {"dark", across}} {
		scheme, path := c[0], c[1]
		page, _ := open(t, b, path, 1280, true)
		err := (proto.EmulationSetEmulatedMedia{Features: []*proto.EmulationMediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}).Call(page)
		if err != nil {
			t.Fatal(err)
		}
		poor := eval(t, page, `(() => {
			document.querySelectorAll("details").forEach(d => d.open = true);
			const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
			const lum = c => c.slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
				.reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
			const bad = [];
			for (const e of document.querySelectorAll("body *")) {
				if (e.closest("svg") || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
				let back = e, colour;
				do { colour = parse(getComputedStyle(back).backgroundColor); back = back.parentElement; }
				while (back && (colour.length === 4 && colour[3] === 0));
				const a = lum(parse(getComputedStyle(e).color)), z = lum(colour);
				const ratio = (Math.max(a, z) + 0.05) / (Math.min(a, z) + 0.05);
				if (ratio < 4.5) bad.push(e.tagName + "." + e.className + " " + ratio.toFixed(2) + " " + e.textContent.slice(0, 30));
			}
			return bad.slice(0, 8).join("\n");
		})()`)
		if poor != "" {
			t.Errorf("%s, %s: too little contrast:\n%s", filepath.Base(path), scheme, poor)
		}
		page.Close()
	}
}
