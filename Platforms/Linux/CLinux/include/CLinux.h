#pragma once
#include "acl.h"
#include "host.h"
#include "ledger.h"
#include "walk.h"
