# svctop: everything a person does with the sources.
#
#   make demo      install what is needed, build, and show the demo
#   make test      install what is needed, and run all tests
#   make install   put the release binary into PREFIX/bin (default /usr/local)
#   make order     find out anew which functions run all the time, under valgrind

PREFIX ?= /usr/local
SWIFT ?= swift
# Functions lie apart in the release binary, and what runs all the time lies together (.link-order): a
# few megabytes of code are resident, and not most of the binary. Only gold takes the order.
ORDER := $(if $(shell command -v ld.gold),-Xswiftc -use-ld=gold -Xlinker --section-ordering-file=$(CURDIR)/.link-order)
RELEASE_FLAGS = -c release --static-swift-stdlib --product svctop \
  -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections $(ORDER)
SOURCES = Package.swift Sources Tests Themes

# apt-get needs root; without root and without sudo it says what to install.
APT = if [ "$$(id -u)" = 0 ]; then AS=; else AS=sudo; fi; \
  echo "svctop: installing $(1) with apt-get"; \
  { $$AS apt-get install -y --no-install-recommends $(1) >/dev/null 2>&1 || \
    { $$AS apt-get update && $$AS apt-get install -y --no-install-recommends $(1); }; } || \
  { echo "svctop: could not install $(1): install it by hand, then try again" >&2; exit 1; }

.PHONY: demo test build release order install format lint needs test-needs clean

demo: needs
	@echo "svctop: building"
	$(SWIFT) build --product svctop
	@.build/debug/svctop demo

test: needs test-needs
	@echo "svctop: building and running the tests"
	$(SWIFT) test

build: needs
	$(SWIFT) build --product svctop

release: needs
	$(SWIFT) build $(RELEASE_FLAGS)

# Twice: the first binary tells the order, the second is laid out by it.
order: needs
	rm -f "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/svctop"
	$(SWIFT) build $(RELEASE_FLAGS) -Xlinker -Map=$(CURDIR)/.build/release.map
	@command -v valgrind >/dev/null || { $(call APT,valgrind); }
	Tests/RealChecks/link_order.py "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/svctop" .build/release.map > .link-order.new
	mv .link-order.new .link-order
	rm -f "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/svctop"
	$(SWIFT) build $(RELEASE_FLAGS)

install: release
	install -D -m 0755 $$(command -v strip >/dev/null && echo -s) "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/svctop" "$(DESTDIR)$(PREFIX)/bin/svctop"

format:
	$(SWIFT) format -i -r $(SOURCES)

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

# The headers and libraries of ncurses, zlib and zstd; Swift itself must be there.
needs:
	@command -v $(SWIFT) >/dev/null || { echo "svctop: swift is missing: https://www.swift.org/install/linux/" >&2; exit 1; }
	@test -e /usr/include/curses.h -a -n "$$(ls /usr/lib/*/libncursesw.so 2>/dev/null)" || { $(call APT,libncursesw5-dev); }
	@test -e /usr/include/zlib.h -a -e /usr/include/zstd.h || { $(call APT,zlib1g-dev libzstd-dev); }

# Descriptions of terminals other than the commonest, for the tests in a pty.
test-needs:
	@test -e /lib/terminfo/s/screen || { $(call APT,ncurses-base); }

clean:
	$(SWIFT) package clean
